import { documentIdOf } from '#domain/documentId.ts'
import { sectionIdOf } from '#domain/decide.ts'
import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import { sectionKindOf, type InterviewKind } from '#domain/interviewKinds.ts'
import type { KindName } from '#domain/kinds.ts'
import type { Content } from '#domain/operation.ts'
import { addDays } from '#domain/civilDate.ts'
import { mondayOf } from '#domain/week.ts'
import { motiveIdOf, motiveKinds } from '#domain/absences/motiveId.ts'
import { absences } from './absences.ts'
import { contracts } from './contracts.ts'
import { demoId, demoNumber } from './demoId.ts'
import { coordinator } from './people.ts'
import { seenSkills } from './training/seenSkills.ts'
import type { Story, StoryInterview, StoryVisit, StoryWeek } from './story.ts'

/** What somebody does on a document; hashes of versions are found when it happens. */
export type DemoAct =
  | { readonly type: 'patch'; readonly set: Content }
  | { readonly type: 'submit' | 'publish' | 'sign' | 'freeze' | 'amend' }
  | { readonly type: 'return'; readonly reason: string }

/** One thing that one person does at one moment. */
export interface DemoEvent {
  /** UTC instant. */
  readonly at: string
  /** Key of the person, see `DemoPerson`. */
  readonly who: string
  readonly logbookId: LogbookId
  readonly documentId: DocumentId
  readonly kind: KindName
  readonly acts: readonly DemoAct[]
}

export const logbookIdOf = (story: Story): LogbookId =>
  demoId<LogbookId>(`logbook:${story.apprentice.key}`)

/** Everything that happens in one story, in no particular order. */
export function timelineOf(story: Story): DemoEvent[] {
  return [
    ...story.weeks.flatMap((week) => weekEvents(story, week)),
    ...story.visits.flatMap((visit) => visitEvents(story, visit)),
    ...story.interviews.flatMap((interview) => interviewEvents(story, interview)),
    ...contractEvents(story),
    ...absenceEvents(story),
    ...story.notes.map((note, index): DemoEvent => {
      const documentId = demoId<DocumentId>(`note:${story.apprentice.key}:${index}`)
      return {
        at: instantOf(note.on, `note:${story.apprentice.key}:${index}`),
        who: personOf(story, note.by, note.on),
        logbookId: logbookIdOf(story),
        documentId,
        kind: 'note',
        acts: [{ type: 'patch', set: { text: note.text } }, { type: 'publish' }],
      }
    }),
  ]
}

/** Working hours of Saint-Étienne, between 8:00 and 17:59 in winter; varies with `name`. */
export function instantOf(date: string, name: string, firstHour = 7): string {
  const hour = firstHour + demoNumber(`${name}:hour`, 17 - firstHour)
  const minute = demoNumber(`${name}:minute`, 60)
  return `${date}T${two(hour)}:${two(minute)}:00.000Z`
}

const two = (part: number) => String(part).padStart(2, '0')

const hoursLater = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString()

/** Who held a part in the story on a day; a company may have changed. */
export function personOf(story: Story, role: Role, date: string): string {
  if (role === 'apprentice') return story.apprentice.key
  if (role === 'trainer') return story.trainer
  const held = story.masters.find(({ from, until }) => from <= date && (!until || date <= until))
  return (held ?? story.masters.at(-1))?.person.key ?? story.apprentice.key
}

const ticks = (field: string, codes: readonly string[]): Content =>
  Object.fromEntries(codes.map((code) => [`${field}/${code}`, true]))

const touched = ({ apprentice }: Story, date: string): Content =>
  ticks('skills', seenSkills[`${apprentice.key} ${date}`] ?? [])

function weekEvents(story: Story, week: StoryWeek): DemoEvent[] {
  const logbookId = logbookIdOf(story)
  const name = `${story.apprentice.key}:${week.week}`
  const documentId = documentIdOf(logbookId, 'entry', [week.week])
  const target = { logbookId, documentId, kind: 'entry' as const }
  const friday = addDays(mondayOf(week.week), 4)
  const content: Content = {
    week: week.week,
    told: week.told,
    feeling: week.feeling,
    ...ticks('tasks', week.tasks),
    ...ticks('skills', week.skills),
  }
  const who = story.apprentice.key
  if (week.sentAfter === null) {
    // Half-written on Monday morning: the week is not over.
    return [
      {
        ...target,
        at: `${mondayOf(week.week)}T06:${two(demoNumber(name, 60))}:00.000Z`,
        who,
        acts: [{ type: 'patch', set: content }],
      },
    ]
  }

  const events: DemoEvent[] = []
  let sent = instantOf(addDays(friday, week.sentAfter), name, 15)
  if (week.returned) {
    const { by, reason, firstTold } = week.returned
    const acts: DemoAct[] = [
      { type: 'patch', set: { ...content, told: firstTold } },
      { type: 'submit' },
    ]
    events.push({ ...target, at: sent, who, acts })
    const returned = hoursLater(sent, 20)
    const reader = personOf(story, by, returned.slice(0, 10))
    events.push({ ...target, at: returned, who: reader, acts: [{ type: 'return', reason }] })
    sent = hoursLater(returned, 26)
    const again: DemoAct[] = [{ type: 'patch', set: { told: week.told } }, { type: 'submit' }]
    events.push({ ...target, at: sent, who, acts: again })
  } else {
    events.push({
      ...target,
      at: sent,
      who,
      acts: [{ type: 'patch', set: content }, { type: 'submit' }],
    })
  }
  if (week.signedAfter !== null) {
    const at = hoursLater(sent, week.signedAfter * 24 + 3)
    const master = personOf(story, 'master', at.slice(0, 10))
    events.push({ ...target, at, who: master, acts: [{ type: 'sign' }] })
  }
  return events
}

function visitEvents(story: Story, visit: StoryVisit): DemoEvent[] {
  const logbookId = logbookIdOf(story)
  const name = `visit:${story.apprentice.key}:${visit.date}`
  const documentId = demoId<DocumentId>(name)
  const target = { logbookId, documentId, kind: 'visit' as const }
  const actions = visit.actions.flatMap(({ label, due, owner }, index): [string, string][] => {
    const item = `actions/a${index + 1}`
    return [
      [`${item}/label`, label],
      [`${item}/due`, due],
      [`${item}/owner`, owner],
    ]
  })
  const set: Content = {
    date: visit.date,
    mode: visit.mode,
    place: visit.place,
    observations: visit.observations,
    ...ticks('attendees', visit.attendees),
    ...touched(story, visit.date),
    ...Object.fromEntries(actions),
  }
  const at = instantOf(visit.date, name, 14)
  const events: DemoEvent[] = [
    { ...target, at, who: story.trainer, acts: [{ type: 'patch', set }, { type: 'publish' }] },
  ]
  if (visit.acknowledged) {
    const read = hoursLater(at, 16 + demoNumber(name, 40))
    const who = personOf(story, 'apprentice', visit.date)
    events.push({ ...target, at: read, who, acts: [{ type: 'sign' }] })
  }
  return events
}

function interviewEvents(story: Story, interview: StoryInterview): DemoEvent[] {
  const logbookId = logbookIdOf(story)
  const { date, type, mode, place, sections, conclusion } = interview
  const name = `interview:${story.apprentice.key}:${date}`
  const documentId = demoId<DocumentId>(name)
  // As its centre has it: see `readsInterview`.
  const isIndividual = type === 'formative' || type === 'regulation'
  const kind: InterviewKind = isIndividual ? 'individualInterview' : 'interview'
  const target = { logbookId, documentId, kind }
  const parties: readonly ('apprentice' | 'master' | 'trainer')[] = isIndividual
    ? ['apprentice', 'trainer']
    : ['apprentice', 'master', 'trainer']
  const signedBy = interview.signedBy.filter((role) => parties.includes(role))
  const start = instantOf(date, name, 12)
  const events: DemoEvent[] = [
    {
      ...target,
      at: hoursLater(start, -48),
      who: story.trainer,
      acts: [
        {
          type: 'patch',
          set: { type, date, mode, place, ...ticks('attendees', parties), ...touched(story, date) },
        },
      ],
    },
  ]
  parties.forEach((party, index) => {
    const text = sections[party]
    // Empty in the story: this person has not written yet.
    if (text.progress + text.difficulties + text.objectives === '') return
    const ending = party === 'trainer' && conclusion !== '' ? { conclusion } : {}
    const set = { interview: documentId, party, ...text, ...ending }
    events.push({
      logbookId,
      documentId: sectionIdOf({ id: documentId, logbookId, kind }, party),
      kind: sectionKindOf(kind),
      at: hoursLater(start, -24 + index * 2),
      who: personOf(story, party, date),
      acts: [{ type: 'patch', set }, { type: 'submit' }],
    })
  })
  if (signedBy.length > 0) {
    events.push({
      ...target,
      at: hoursLater(start, 1),
      who: story.trainer,
      acts: [{ type: 'freeze' }],
    })
    signedBy.forEach((role, index) => {
      const at = hoursLater(start, 1.1 + index / 10)
      events.push({ ...target, at, who: personOf(story, role, date), acts: [{ type: 'sign' }] })
    })
  }
  return events
}

/** The coordinator copies each contract when it is concluded, and a breach when it is there. */
function contractEvents(story: Story): DemoEvent[] {
  const logbookId = logbookIdOf(story)
  return (contracts[story.apprentice.key] ?? []).flatMap(({ on, content, later }, index) => {
    const name = `contract:${story.apprentice.key}:${index}`
    const documentId = demoId<DocumentId>(name)
    const target = { logbookId, documentId, kind: 'contract' as const, who: coordinator.key }
    const events: DemoEvent[] = [
      {
        ...target,
        at: instantOf(on, name),
        acts: [{ type: 'patch', set: content }, { type: 'publish' }],
      },
    ]
    if (later) {
      events.push({
        ...target,
        at: instantOf(later.on, `${name}:later`),
        acts: [{ type: 'amend' }, { type: 'patch', set: later.content }, { type: 'publish' }],
      })
    }
    return events
  })
}

/** Declared by one, told to each side, and its proof seen by whoever has to. */
function absenceEvents(story: Story): DemoEvent[] {
  const logbookId = logbookIdOf(story)
  return (absences[story.apprentice.key] ?? []).flatMap((absence, index) => {
    const { on, by, halfDays, minutes, motive, told = [], seen = {} } = absence
    const set = { ...ticks('halfDays', halfDays), ...(minutes !== undefined && { minutes }) }
    const name = `absence:${story.apprentice.key}:${index}`
    const documentId = demoId<DocumentId>(name)
    const at = instantOf(on, name)
    const declared: DemoEvent = {
      ...{ logbookId, documentId, kind: 'absence', at, who: personOf(story, by, on) },
      acts: [{ type: 'patch', set }, { type: 'publish' }],
    }
    const sides = told.flatMap((side): DemoEvent[] => {
      const id = motiveIdOf({ id: documentId, logbookId }, side)
      const target = { logbookId, documentId: id, kind: motiveKinds[side] }
      const set: Content = { absence: documentId, motive: motive ?? 'unknown' }
      const proof = seen[side]
      const seer = side === 'centre' ? coordinator.key : personOf(story, 'master', on)
      return [
        {
          ...target,
          at: hoursLater(at, 0.01),
          who: story.apprentice.key,
          acts: [{ type: 'patch', set }, { type: 'submit' }],
        },
        ...(proof === undefined
          ? []
          : [
              {
                ...{ ...target, at: instantOf(proof, `${name}:${side}`, 10), who: seer },
                acts: [{ type: 'sign' as const }],
              },
            ]),
      ]
    })
    return [declared, ...sides]
  })
}
