import { expect, it } from 'vitest'
import { compareLogbookNeeds, isPressing, needsOf, sizeOf, type Need } from '#domain/needs.ts'
import { sectionIdOf } from '#domain/decide.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { WeekState } from '#domain/weekStates.ts'
import {
  aBook,
  actor,
  aVisit,
  aWeek,
  writeFrame,
  writeInterview,
  writeSection,
  type PersonName,
} from '#tests/support/builders.ts'
import { writeAidClaim } from '#tests/support/apprenticeshipBuilders.ts'

const contract = { start: '2025-09-01', end: '2027-08-31' }
const years = [
  { start: '2025-09-22', end: '2026-07-10' },
  { start: '2026-08-31', end: '2027-06-30' },
]
/** The first interview has tests of its own, see `meetingsDue`. */
const policy = { visitsAYear: 2, firstInterviewMonths: null }
/** Before any visit is announced in the first year. */
const AUTUMN = '2025-11-07'

interface Seen {
  readonly documents?: readonly LogbookDocument[]
  readonly weeks?: Readonly<Record<string, readonly [WeekState, LogbookDocument?]>>
}

const needs = ({ documents = [], weeks = {} }: Seen, who: PersonName, today = AUTUMN) =>
  needsOf(
    {
      documents,
      contract,
      years,
      policy,
      weeks: Object.entries(weeks).map(([week, [state, entry]]) => ({
        week,
        state,
        place: 'mixed',
        documentId: entry?.id ?? null,
      })),
    },
    actor(who),
    today,
  )

const types = (found: readonly Need[]) => found.map(({ type }) => type)

it('a quiet logbook asks nothing of anybody', () => {
  const quiet: Seen = { documents: [aVisit('acknowledged')], weeks: { '2025-W45': ['signed'] } }
  for (const who of ['apprentice', 'master', 'trainer', 'coordinator'] as const) {
    expect(needs(quiet, who)).toEqual([])
  }
})

it('who only reads is asked for nothing', () => {
  const late: Seen = { weeks: { '2025-W42': ['late'] }, documents: [aVisit('published')] }
  expect(needs(late, 'guardian')).toEqual([])
  expect(needs(late, 'auditor')).toEqual([])
})

it('late and returned weeks are the apprentice’s to write, and the trainer’s to look after', () => {
  const seen: Seen = {
    weeks: { '2025-W41': ['late'], '2025-W42': ['returned'], '2025-W43': ['late'] },
  }
  const found = (yours: boolean) => [
    { type: 'late-weeks', yours, weeks: ['2025-W41', '2025-W43'] },
    { type: 'returned-weeks', yours, weeks: ['2025-W42'] },
  ]
  expect(needs(seen, 'apprentice')).toEqual(found(true))
  expect(needs(seen, 'trainer')).toEqual(found(false))
  expect(needs(seen, 'coordinator')).toEqual(found(false))
  expect(needs(seen, 'master')).toEqual([])
})

it('a week waits for its master at once, and for the trainer’s attention after three weeks', () => {
  // Sent on 7 November.
  const entry = aWeek('submitted')
  const seen: Seen = { documents: [entry], weeks: { '2025-W45': ['sent', entry] } }
  const waiting = (yours: boolean) => [{ type: 'waiting-weeks', yours, weeks: ['2025-W45'] }]

  expect(needs(seen, 'master')).toEqual(waiting(true))
  expect(needs(seen, 'trainer', '2025-11-27')).toEqual([])
  expect(needs(seen, 'trainer', '2025-11-28')).toEqual(waiting(false))
  expect(needs(seen, 'apprentice', '2025-11-28')).toEqual([])
})

it.each([
  // The first year of training runs from 22 September 2025 to 10 July 2026.
  ['long before the middle of the year: nothing', 0, '2026-01-16', []],
  ['four weeks before it: announced', 0, '2026-01-17', ['visit-due']],
  ['on the day: still in time', 0, '2026-02-14', ['visit-due']],
  ['the day after: overdue', 0, '2026-02-15', ['visit-overdue']],
  ['one was made: the second is asked for at the end', 1, '2026-02-15', []],
  ['four weeks before the end', 1, '2026-06-13', ['visit-due']],
  ['two were made: enough', 2, '2026-07-10', []],
  ['between two years nobody is visited', 0, '2026-08-01', []],
  ['a new year counts from nothing', 2, '2027-02-01', ['visit-overdue']],
] as const)('visits, %s', (_, made, today, expected) => {
  const dates = ['2025-11-04', '2026-03-03'].slice(0, made)
  const documents = dates.map((date) => aVisit('acknowledged', { date }))
  expect(types(needs({ documents }, 'trainer', today))).toEqual(expected)
})

it('a visit that is still a draft does not count as made', () => {
  const documents = [aVisit('draft', { date: '2025-11-04' })]
  expect(types(needs({ documents }, 'trainer', '2026-02-15'))).toEqual(['visit-overdue'])
})

it('a visit in the holidays counts for the year that follows', () => {
  const documents = [
    aVisit('acknowledged', { date: '2026-08-20' }),
    aVisit('acknowledged', { date: '2026-11-03' }),
  ]
  expect(needs({ documents }, 'trainer', '2027-06-30')).toEqual([])
})

it('a contract that begins in the middle of a year has its visits later', () => {
  const view = {
    ...{ documents: [], weeks: [], years, policy },
    contract: { ...contract, start: '2026-03-02' },
  }
  expect(needsOf(view, actor('trainer'), '2026-03-20')).toEqual([])
  expect(needsOf(view, actor('trainer'), '2026-05-06')).toEqual([
    { type: 'visit-due', yours: true, by: '2026-05-06' },
  ])
})

it('a visit nobody read is the others’ to read, and names who has not', () => {
  const visit = aVisit('published')
  const roles = ['apprentice', 'master']
  const unread = (yours: boolean) => [{ type: 'visit-unread', yours, documentId: visit.id, roles }]
  expect(needs({ documents: [visit] }, 'master')).toEqual(unread(true))
  expect(needs({ documents: [visit] }, 'trainer')).toEqual(unread(false))
})

it('an interview names whose part is missing, and then its author freezes it', () => {
  const book = aBook()
  const interview = writeFrame(book)
  const section = writeSection(book, interview, 'trainer')
  const begun = writeSection(book, interview, 'master', 'draft')
  const missing = { type: 'section-missing', documentId: interview.id }
  const early = [interview, section, begun]

  expect(needs({ documents: early }, 'apprentice')).toEqual([
    { ...missing, yours: true, roles: ['apprentice', 'master'] },
  ])
  expect(needs({ documents: early }, 'trainer')).toEqual([
    { ...missing, yours: false, roles: ['apprentice', 'master'] },
  ])

  const all = [interview, ...partsOf(book, interview)]
  expect(needs({ documents: all }, 'trainer')).toEqual([
    { type: 'interview-ready', yours: true, documentId: interview.id },
  ])
  expect(needs({ documents: all }, 'coordinator')).toMatchObject([{ yours: false }])
  expect(needs({ documents: all }, 'master')).toEqual([])
})

function partsOf(book: ReturnType<typeof aBook>, interview: LogbookDocument) {
  return (['apprentice', 'master', 'trainer'] as const).map((party) => {
    const known = book.find(sectionIdOf(interview, party))
    if (known?.state === 'submitted') return known
    return writeSection(aBook(), interview, party)
  })
}

it('a frozen interview asks each signer, of two parties only those two', () => {
  const interview = writeInterview(aBook(), 'frozen', 'formative')
  const asked = (yours: boolean) => [
    {
      type: 'signature-missing',
      yours,
      documentId: interview.id,
      roles: ['apprentice', 'trainer'],
    },
  ]
  expect(needs({ documents: [interview] }, 'apprentice')).toEqual(asked(true))
  expect(needs({ documents: [interview] }, 'coordinator')).toEqual(asked(false))
  expect(needs({ documents: [interview] }, 'master')).toEqual([])
  expect(needs({ documents: [writeInterview(aBook(), 'signed')] }, 'trainer')).toEqual([])
})

it('what is overdue stands before what waits for a word', () => {
  const seen: Seen = {
    documents: [
      aVisit('published', { date: '2025-08-01' }),
      writeFrame(aBook()),
      writeInterview(aBook(), 'frozen'),
    ],
    weeks: { '2025-W41': ['returned'], '2025-W42': ['late'] },
  }
  expect(types(needs(seen, 'trainer', '2026-02-15'))).toEqual([
    'late-weeks',
    'visit-overdue',
    'signature-missing',
    'returned-weeks',
    'section-missing',
    'visit-unread',
  ])
})

it('what the apprentice asks the centre for is the coordinator’s, and makes the logbook pressing', () => {
  const book = aBook()
  const documents = [writeAidClaim(book, 'submitted'), writeAidClaim(book, 'submitted')]
  const [need, ...more] = needs({ documents }, 'coordinator')
  expect(more).toEqual([])
  expect(need).toEqual({
    ...{ type: 'requests-waiting', yours: true },
    documents: documents.map(({ id }) => id),
  })
  expect(need && isPressing(need) && sizeOf(need)).toBe(2)
  expect(needs({ documents }, 'trainer')).toEqual([])
  expect(needs({ documents }, 'apprentice')).toEqual([])
})

it('of two logbooks, the one with more late weeks comes first, the quiet one last', () => {
  const late = (...weeks: string[]): Need[] => [{ type: 'late-weeks', yours: false, weeks }]
  const unread: Need[] = needs({ documents: [aVisit('published')] }, 'trainer')
  const logbooks = [[], unread, late('2025-W42'), late('2025-W42', '2025-W43')]

  expect(logbooks.toSorted(compareLogbookNeeds)).toEqual(logbooks.toReversed())
  expect(unread.some(isPressing)).toBe(false)
  expect(late('2025-W42').some(isPressing)).toBe(true)
})
