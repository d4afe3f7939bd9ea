import { addDays } from '#domain/civilDate.ts'
import { documentIdOf } from '#domain/documentId.ts'
import { editionIn, wordingOf } from '#domain/enrolment/readings.ts'
import { surveyIdOf } from '#domain/enrolment/surveys.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { Content } from '#domain/operation.ts'
import { readings } from '#programmes/readings.ts'
import { personIdOf } from '../cast.ts'
import { demoId } from '../demoId.ts'
import { coordinator } from '../people.ts'
import type { Story } from '../story.ts'
import { instantOf, logbookIdOf, personOf, type DemoAct, type DemoEvent } from '../timeline.ts'
import type { DemoEnrolment } from './demoEnrolment.ts'
import { enrolments } from './enrolments.ts'

/** What happens around the way into one story, its surveys and dispenses, in no particular order. */
export function enrolmentOf(story: Story): DemoEvent[] {
  const own = enrolments[story.apprentice.key]
  if (!own) return []
  return [
    ...admissionEvents(story, own),
    ...readingEvents(story, own),
    ...placementEvents(story, own),
    ...(own.surveys ?? []).map((survey) => surveyEvent(story, survey)),
    ...(own.dispenses ?? []).flatMap((dispense) => dispenseEvents(story, dispense)),
  ]
}

/** Acts of one person on one document, on a day; `name` gives the hour. */
const happens =
  (story: Story, kind: KindName, documentId: DocumentId) =>
  (on: string, who: string, name: string, ...acts: readonly DemoAct[]): DemoEvent => ({
    at: instantOf(on, `${kind}:${story.apprentice.key}:${name}`),
    who,
    logbookId: logbookIdOf(story),
    documentId,
    kind,
    acts,
  })

const idOf = (story: Story, name: string) => demoId<DocumentId>(`${name}:${story.apprentice.key}`)

/** The centre notes what was done before as soon as there is a logbook. */
function admissionEvents(story: Story, { admission }: DemoEnrolment): DemoEvent[] {
  const begin = addDays(story.contract.start, 1)
  return Object.entries(admission).map(([step, [state, on]]) => {
    const event = happens(story, 'admissionStep', idOf(story, `admission:${step}`))
    const set: Content = { step, state, on }
    const noted = on > begin ? on : begin
    return event(noted, coordinator.key, step, { type: 'patch', set }, { type: 'publish' })
  })
}

/** The edition before the one of today, of the text that has had two. */
const FIRST_EDITION = '2025-09-01'

function readingEvents(story: Story, own: DemoEnrolment): DemoEvent[] {
  const { start } = story.contract
  const [first, ...later] = story.masters
  return readings.flatMap((reading) => {
    if (!own.readings.includes(reading.code)) return []
    const company = first?.company ?? story.company.name
    const before = start < reading.edition ? { ...reading, edition: FIRST_EDITION } : reading
    return [
      ...acknowledged(story, before, company, addDays(start, 3)),
      ...(own.again !== undefined && before.edition !== reading.edition
        ? acknowledged(story, reading, company, own.again)
        : []),
      // Another company has rules of its own.
      ...(reading.of === 'company'
        ? later.flatMap((master) =>
            acknowledged(story, before, master.company ?? company, addDays(master.from, 2)),
          )
        : []),
    ]
  })
}

function acknowledged(
  story: Story,
  reading: (typeof readings)[number],
  company: string,
  on: string,
): DemoEvent[] {
  const logbookId = logbookIdOf(story)
  const edition = editionIn(reading, company)
  const id = documentIdOf(logbookId, 'acknowledgement', [reading.code, edition])
  const event = happens(story, 'acknowledgement', id)
  const guardian = reading.withGuardian ? story.guardian?.person : undefined
  const set: Content = {
    ...{ reading: reading.code, edition, wording: wordingOf(reading) },
    by: guardian ? 'with-guardian' : 'alone',
  }
  const who = story.apprentice.key
  const name = `${reading.code}:${edition}`
  const signed = event(on, who, name, { type: 'patch', set }, { type: 'submit' }, { type: 'sign' })
  // The latest edition still waits for the guardian.
  if (!guardian || on > '2026-11-01') return [signed]
  return [signed, event(addDays(on, 2), guardian.key, name, { type: 'sign' })]
}

function placementEvents(story: Story, { placement, arrangement }: DemoEnrolment): DemoEvent[] {
  const { on, prior, diagnostic, path, months, dispenses = [], signedOn } = placement
  const { trainer } = story
  const apprentice = story.apprentice.key
  const event = happens(story, 'placement', idOf(story, 'placement'))
  const levels = Object.entries(diagnostic).map(([theme, level]): [string, string] => [
    `diagnostic/${theme}/level`,
    level,
  ])
  const set: Content = {
    ...{ party: 'trainer', date: on, prior, path, months },
    ...Object.fromEntries(levels),
    ...Object.fromEntries(dispenses.map((unit) => [`dispenses/${unit}`, true])),
  }
  const events = [
    event(on, trainer, 'written', { type: 'patch', set }, { type: 'submit' }, { type: 'sign' }),
    ...(signedOn === undefined
      ? []
      : [event(addDays(signedOn, 1), apprentice, 'signed', { type: 'sign' })]),
  ]
  if (!arrangement) return events
  const arranged = happens(story, 'arrangement', idOf(story, 'arrangement'))
  return [
    ...events,
    arranged(on, trainer, 'said', { type: 'patch', set: { ...arrangement } }, { type: 'publish' }),
    arranged(addDays(on, 3), apprentice, 'agreed', { type: 'sign' }),
  ]
}

function surveyEvent(
  story: Story,
  { on, by, survey, answers, told }: NonNullable<DemoEnrolment['surveys']>[number],
): DemoEvent {
  const who = personOf(story, by, on)
  const id = surveyIdOf(logbookIdOf(story), survey, personIdOf(who))
  const levels = Object.entries(answers).map(([code, level]): [string, number] => [
    `answers/${code}/level`,
    level,
  ])
  const set: Content = {
    ...{ survey, party: by },
    ...(told === undefined ? {} : { told }),
    ...Object.fromEntries(levels),
  }
  const event = happens(story, 'survey', id)
  return event(on, who, `${survey}:${by}`, { type: 'patch', set }, { type: 'publish' })
}

function dispenseEvents(
  story: Story,
  request: NonNullable<DemoEnrolment['dispenses']>[number],
): DemoEvent[] {
  const { on, unit, diploma, passed, told, givenOn, returned } = request
  const event = happens(story, 'dispense', documentIdOf(logbookIdOf(story), 'dispense', [unit]))
  const set: Content = { unit, diploma, told, ...(passed === undefined ? {} : { passed }) }
  return [
    event(on, story.apprentice.key, unit, { type: 'patch', set }, { type: 'submit' }),
    ...(givenOn === undefined ? [] : [event(givenOn, coordinator.key, unit, { type: 'sign' })]),
    ...(returned === undefined
      ? []
      : [
          event(returned.on, coordinator.key, `${unit}:back`, {
            type: 'return',
            reason: returned.reason,
          }),
        ]),
  ]
}
