import type { Hono } from 'hono'
import { vi } from 'vitest'
import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Operation, Sign } from '#domain/operation.ts'
import { project, type Actor } from '#domain/rights.ts'
import { registerDevice, signStatement } from '#app/signingKey.ts'
import { openSession } from '#server/access/session.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { loadDocuments } from '#server/storage/logbookDocuments.ts'
import { addMember, createLogbook } from '#server/storage/logbooks.ts'
import { act } from '#store/act.ts'
import { openLogbookDb, type LogbookDb } from '#store/database.ts'
import { ownDevice } from '#store/device.ts'
import { findDocument, listDocuments, type ShownDocument } from '#store/documents.ts'
import { everything } from '#store/tables.ts'
import { deviceClock } from '#sync/clock.ts'
import { createPace } from '#sync/pace.ts'
import { syncRound, type RoundEnd } from '#sync/round.ts'
import { httpTransport } from '#sync/transport.ts'
import { aSignature, nextId, NOW } from '#tests/support/builders.ts'

const { signal } = new AbortController()

/** What happens to one request on its way, or to its answer. */
export type Fault = 'none' | 'lost-request' | 'lost-answer' | 'twice' | 'cut-answer'

/** The running server; another one may take its place on the same database. */
export interface Running {
  app: Hono<Env>
  deps: Deps
  /** Where it is reached over a real network, `http://…`; without it, requests do not travel. */
  url?: string
}

const realFetch = globalThis.fetch

/** A browser of a person: its own database, its own key, and a network that can fail. */
export interface Device {
  readonly db: LogbookDb
  readonly actor: Actor
  /** One round, during which each request meets the next of `faults`; then there are none. */
  readonly sync: (...faults: Fault[]) => Promise<RoundEnd>
  readonly act: (operation: Operation) => ReturnType<typeof act>
  /** Signs the last version of a document with this device’s key. */
  readonly sign: (document: LogbookDocument) => ReturnType<typeof act>
  readonly find: (id: DocumentId) => Promise<ShownDocument>
  /** How many operations wait. */
  readonly waiting: () => Promise<number>
}

export async function aDevice(
  server: Running,
  { personId, role, logbookId }: { personId: PersonId; role: Role; logbookId: LogbookId },
): Promise<Device> {
  const db = openLogbookDb(nextId<PersonId>())
  const actor: Actor = { logbookId, personId, role, at: NOW }
  const at = server.deps.now()
  const token = await openSession(server.deps.pool, { personId, label: role, at })
  let faults: Fault[] = []

  const reach: typeof fetch = async (path, init = {}) => {
    const headers = new Headers(init.headers)
    headers.set('Cookie', `livret=${token}`)
    headers.set('Sec-Fetch-Site', 'same-origin')
    const ask = () =>
      server.url === undefined
        ? server.app.request(path, { ...init, headers })
        : realFetch(new URL(path instanceof Request ? path.url : path, server.url), {
            ...init,
            headers,
          })
    const fault = faults.shift() ?? 'none'
    if (fault === 'lost-request') throw new TypeError('Failed to fetch')
    const answer = await ask()
    if (fault === 'lost-answer') throw new TypeError('network changed')
    if (fault === 'twice') return ask()
    if (fault !== 'cut-answer') return answer
    const text = await answer.text()
    const { status, headers: answered } = answer
    return new Response(text.slice(0, text.length / 2), { status, headers: answered })
  }
  const register = () => {
    vi.stubGlobal('fetch', reach)
    vi.stubGlobal('navigator', { userAgent: 'Chrome Android' })
    return registerDevice(db, personId, signal)
  }
  const find = async (id: DocumentId) => {
    const document = await findDocument(db, { kind: 'entry', logbookId, id })
    if (!document) throw new Error('this device does not have the document')
    return document
  }
  return {
    db,
    actor,
    sync: async (...planned) => {
      faults = planned
      const end = await syncRound(
        {
          db,
          transport: httpTransport(reach),
          clock: deviceClock,
          pace: createPace(),
          app: 'test',
          deviceId: async () => {
            const device = await ownDevice(db, nextId<DeviceId>)
            if (!device.registered) await register()
            return device.id
          },
          onSending: () => undefined,
          newDeviceId: nextId<DeviceId>,
          register,
          newIntent: () => ({ id: nextId<OperationId>(), at: NOW }),
        },
        { check: false, pull: true, told: false },
        signal,
      )
      faults = []
      return end
    },
    act: (operation) => act(db, operation, actor),
    sign: async (document) => {
      const sign = aSignature(document)
      const jws = await signStatement(db, {
        logbook: logbookId,
        document: document.id,
        version: document.versions.length,
        hash: sign.hash,
        signer: personId,
        role,
        at: NOW,
      })
      return act(db, { ...sign, jws } satisfies Sign, actor)
    },
    find,
    waiting: () => db.read(['outbox'], ({ outbox }) => outbox.count(everything)),
  }
}

/** A logbook of its own, with its own people. */
export async function aLogbook({ pool, now }: Deps) {
  const logbookId = nextId<LogbookId>()
  const centreId = nextId()
  await pool.query('insert into centre (id, name) values ($1, $2)', [centreId, 'Campus'])
  await createLogbook(pool, {
    id: logbookId,
    centreId,
    programme: 'bts-ndrc',
    cohort: '2025-2027',
    company: { name: 'Loire Habitat', city: 'Saint-Étienne', activity: 'Immobilier' },
    contract: { start: '2025-09-01', end: '2027-08-31' },
    at: now(),
  })
  const join = async (role: Role) => {
    const personId = nextId<PersonId>()
    await pool.query(
      'insert into person (id, centre_id, name, email, created_at) values ($1, $2, $3, $4, $5)',
      [personId, centreId, role, `${personId}@example.fr`, now()],
    )
    await addMember(pool, { logbookId, personId, role, from: '2025-09-01', until: null })
    return { personId, role, logbookId }
  }
  return {
    logbookId,
    apprentice: await join('apprentice'),
    master: await join('master'),
    coordinator: await join('coordinator'),
  }
}

/** What the server holds of a logbook, by document. */
export async function onServer(
  { deps }: Running,
  logbookId: LogbookId,
): Promise<Map<DocumentId, LogbookDocument>> {
  const stored = await loadDocuments(deps.pool, { logbookIds: [logbookId], ids: null })
  return new Map(stored.map(({ document }) => [document.id, document]))
}

const comparable = (documents: readonly LogbookDocument[]) =>
  documents
    .map(({ id, kind, state, fields, alternatives, versions, signatures, returns }) => {
      const content = { id, kind, state, fields, alternatives, versions, signatures, returns }
      return JSON.parse(JSON.stringify(content)) as typeof content
    })
    .sort((one, other) => one.id.localeCompare(other.id))

/** What a device shows of the weeks, and what the server says this person may see of them. */
export async function bothSides(server: Running, { db, actor }: Device) {
  const held = await onServer(server, actor.logbookId)
  const mine = [...held.values()].flatMap((document) => project(document, actor) ?? [])
  return {
    device: comparable(await listDocuments(db, 'entry', actor.logbookId)),
    server: comparable(mine),
  }
}
