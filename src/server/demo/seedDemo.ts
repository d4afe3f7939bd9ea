import type { DeviceId, DocumentId, OperationId, PersonId } from '#domain/identifiers.ts'
import { decide, sectionIdOf } from '#domain/decide.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { Role } from '#domain/kind.ts'
import type { Operation } from '#domain/operation.ts'
import { newestShapeOf } from '#domain/operationShapes.ts'
import { openSession } from '#server/access/session.ts'
import { createApp } from '#server/app.ts'
import type { Deps } from '#server/deps.ts'
import { addCentre, addCoordinator } from '#server/storage/centres.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { inTransaction } from '#server/storage/database.ts'
import { addMember, createLogbook } from '#server/storage/logbooks.ts'
import type pg from 'pg'
import { castOf, partsOf, personIdOf, type Part } from './cast.ts'
import { createDemoDevice, type DemoDevice } from './demoDevice.ts'
import { demoId } from './demoId.ts'
import { enrolmentOf } from './enrolment/enrolmentOf.ts'
import { centre, coordinator } from './people.ts'
import { demoSkillsCsv, IMPORTED_AT } from './skillsImport.ts'
import { stories } from './stories.ts'
import { centreEventsOf } from './centreEvents.ts'
import { programmeOf, type Story } from './story.ts'
import { logbookIdOf, timelineOf, type DemoAct, type DemoEvent } from './timeline.ts'
import { trainingOf } from './training/trainingOf.ts'

/**
 * Fills an empty private database with the demo: a year of the life of nine apprentices. People,
 * logbooks and members are written as a coordinator’s import would; every text, return and
 * signature is sent through the server’s own push route by a device with its own key. The stories
 * are fixed; only what lies before `deps.now()` happens. Does nothing where anybody is known.
 */
export async function seedDemo(deps: Deps): Promise<void> {
  const { rowCount } = await deps.pool.query('select from person limit 1')
  if (rowCount) return
  await writePeople(deps)
  await play(deps)
  await writeDoors(deps.pool)
}

function writePeople({ pool, now }: Deps): Promise<void> {
  return inTransaction(pool, async (tx) => {
    const centreId = demoId('centre')
    await addCentre(tx, { id: centreId, name: centre.name })
    for (const { id, name, email } of castOf(stories)) {
      await tx.query(
        'insert into person (id, centre_id, name, email, created_at) values ($1, $2, $3, $4, $5)',
        [id, centreId, name, email, now()],
      )
    }
    const begins = stories.map(({ contract }) => contract.start).sort()[0] ?? civilDay(now())
    const personId = personIdOf(coordinator.key)
    await addCoordinator(tx, { centreId, personId, from: begins })
    for (const story of stories) {
      const id = logbookIdOf(story)
      const { company, contract } = story
      const { id: programme, cohort } = programmeOf(story)
      await createLogbook(tx, {
        id,
        centreId,
        programme,
        cohort,
        company,
        contract,
        at: now(),
      })
      for (const { key, role, from, until } of partsOf(story)) {
        await addMember(tx, { logbookId: id, personId: personIdOf(key), role, from, until })
      }
    }
  })
}

function writeDoors(pool: pg.Pool): Promise<void> {
  return inTransaction(pool, async (tx) => {
    // The story's own sessions are over; whoever tries the demo opens a new one.
    await tx.query('delete from session')
    for (const [position, { id, role, about }] of castOf(stories).entries()) {
      await tx.query(
        'insert into demo_person (person_id, position, role, about) values ($1, $2, $3, $4)',
        [id, position, role, about],
      )
    }
  })
}

/** Lets every story happen, in the order of time and by the clock of its moment. */
async function play(deps: Deps): Promise<void> {
  const end = deps.now().toISOString()
  const events = stories
    .flatMap((story) =>
      [
        ...timelineOf(story),
        ...trainingOf(story),
        ...centreEventsOf(story),
        ...enrolmentOf(story),
      ].map((event) => ({
        story,
        event,
      })),
    )
    .filter(({ event }) => event.at <= end)
    .sort((a, b) => a.event.at.localeCompare(b.event.at))

  let clock = deps.now()
  const app = createApp({ ...deps, now: () => clock, log: () => undefined })
  const devices = new Map<string, DemoDevice>()
  const documents = new Map<DocumentId, LogbookDocument>()
  let operations = 0
  const newId = () => demoId<OperationId>(`operation:${(operations += 1)}`)

  const [first] = stories
  if (first && IMPORTED_AT <= end) {
    clock = new Date(IMPORTED_AT)
    const device = await enrol(coordinator.key)
    devices.set(coordinator.key, device)
    await device.importSkills(logbookIdOf(first), await demoSkillsCsv(programmeOf(first).id))
  }
  for (const { story, event } of events) {
    clock = new Date(event.at)
    const device = devices.get(event.who) ?? (await enrol(event.who))
    devices.set(event.who, device)
    const role = roleOf(story, event)
    await device.push(event.logbookId, actsOf(event, role, device, documents, newId))
  }

  async function enrol(key: string): Promise<DemoDevice> {
    const personId = personIdOf(key)
    const label = 'Appareil de la démonstration'
    const id = demoId<DeviceId>(`device:${key}`)
    return createDemoDevice({
      app,
      id,
      personId,
      label,
      cookie: cookieOf(deps, personId, () => clock),
    })
  }
}

/** Long enough ago to open another session, well before the server would end it. */
const SESSION_AGE = 60 * 86_400_000

/** The session cookie of a person through the whole story. */
function cookieOf({ pool }: Deps, personId: PersonId, now: () => Date) {
  let opened: { token: string; at: Date } | null = null
  return async () => {
    const at = now()
    if (!opened || at.getTime() - opened.at.getTime() > SESSION_AGE) {
      const label = 'Démonstration'
      opened = { token: await openSession(pool, { personId, label, at }), at }
    }
    return `livret=${opened.token}`
  }
}

function roleOf(story: Story, { who, at }: DemoEvent): Role {
  const day = at.slice(0, 10)
  const holds = ({ key, from, until }: Part) =>
    key === who && from <= day && (until === null || day <= until)
  const part = partsOf(story).find(holds)
  if (!part) throw new Error(`${who} has no part in the story of ${story.apprentice.key} on ${day}`)
  return part.role
}

/** The operations of an event, on documents as they stand: who signs names the version read. */
function actsOf(
  event: DemoEvent,
  role: Role,
  device: DemoDevice,
  documents: Map<DocumentId, LogbookDocument>,
  newId: () => OperationId,
): Operation[] {
  const { logbookId, documentId, kind, at } = event
  const actor = { logbookId, personId: device.personId, role, at }
  return event.acts.map((act) => {
    const before = documents.get(documentId) ?? null
    const intent = { id: newId(), documentId, kind, v: newestShapeOf(), at, present: null }
    const operation = complete(act, intent, before, role, device, documents)
    const find = (id: DocumentId) => documents.get(id) ?? null
    const { document } = decide(before, operation, actor, find)
    if (document) documents.set(documentId, document)
    return operation
  })
}

function complete(
  act: DemoAct,
  intent: Pick<Operation, 'id' | 'documentId' | 'kind' | 'v' | 'at' | 'present'>,
  before: LogbookDocument | null,
  role: Role,
  device: DemoDevice,
  documents: ReadonlyMap<DocumentId, LogbookDocument>,
): Operation {
  const version = before ? lastVersion(before) : undefined
  const hash = version?.hash ?? ''
  switch (act.type) {
    case 'patch': {
      const seen = Object.fromEntries(
        Object.keys(act.set).flatMap((key) => {
          const by = before?.fields[key]?.by
          return by === undefined ? [] : [[key, by]]
        }),
      )
      return { ...intent, ...act, seen }
    }
    case 'return':
      return { ...intent, ...act, hash }
    case 'sign': {
      const { documentId: document, at } = intent
      const logbook = before?.logbookId
      if (!logbook || !version) throw new Error('the story signs what is not there')
      const jws = device.sign({ logbook, document, version: version.number, hash, role, at })
      return { ...intent, type: 'sign', hash, jws }
    }
    case 'freeze': {
      const sections: Partial<Record<Role, string>> = {}
      for (const party of ['apprentice', 'master', 'trainer'] as const) {
        const section = before ? documents.get(sectionIdOf(before, party)) : undefined
        const sent = section && lastVersion(section)?.hash
        if (sent !== undefined) sections[party] = sent
      }
      return { ...intent, type: 'freeze', sections }
    }
    default:
      return { ...intent, type: act.type }
  }
}
