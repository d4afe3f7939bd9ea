import { describe, expect, it } from 'vitest'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { firstInterviewBy, nextVisitBy } from '#domain/meetingsDue.ts'
import { needsOf } from '#domain/needs.ts'
import type { Content } from '#domain/operation.ts'
import { writeContract } from '#tests/support/apprenticeshipBuilders.ts'
import { aBook, actor, aVisit, writeInterview } from '#tests/support/builders.ts'

const contract = { start: '2025-09-01', end: '2027-08-31' }
const years = [
  { start: '2025-09-22', end: '2026-07-10' },
  { start: '2026-08-31', end: '2027-06-30' },
]
const policy = { visitsAYear: 2, firstInterviewMonths: 2 }
const seen = (...documents: LogbookDocument[]) => ({ documents, contract, years })
const interview = (date: string, type: 'tripartite' | 'formative' = 'tripartite') =>
  writeInterview(aBook(), 'open', type, { date })
const written = (more: Content) => writeContract(aBook(), 'published', more)

describe('the first interview of a contract', () => {
  const by = (documents: readonly LogbookDocument[], today = '2025-10-01') =>
    firstInterviewBy(seen(...documents), policy, today)

  it.each<[string, LogbookDocument[], string | null]>([
    [
      'two months after the first day of the logbook, where no contract is copied',
      [],
      '2025-11-01',
    ],
    [
      'after the first day of a contract that was concluded before it',
      [written({ concludedOn: '2025-07-08' })],
      '2025-11-01',
    ],
    [
      'after the conclusion of one that came later',
      [written({ concludedOn: '2025-09-30' })],
      '2025-11-30',
    ],
    ['none, once it was begun', [interview('2025-10-20')], null],
    ['one from before the contract is none of it', [interview('2025-08-20')], '2025-11-01'],
    [
      'an individual interview is not the one',
      [interview('2025-10-20', 'formative')],
      '2025-11-01',
    ],
  ])('is due %s', (_, documents, expected) => {
    expect(by(documents)).toBe(expected)
  })

  it('is due again after a change of company, and while there is none nobody is asked', () => {
    const first = written({ breachGround: 'agreement', breachOn: '2026-03-31' })
    const second = written({ start: '2026-04-20' })
    const all = [first, second, interview('2025-10-20')]
    expect(by(all, '2026-03-31')).toBeNull()
    expect(by([first, second], '2026-03-31')).toBe('2025-11-01')
    expect(by([first, second], '2026-04-10')).toBeNull()
    expect(by(all, '2026-04-20')).toBe('2026-06-20')
  })

  it('is the centre’s policy: where it asks for none, none is missing', () => {
    const none = { ...policy, firstInterviewMonths: null }
    expect(firstInterviewBy(seen(), none, '2026-10-01')).toBeNull()
    expect(firstInterviewBy(seen(), { ...policy, firstInterviewMonths: 3 }, '2025-10-01')).toBe(
      '2025-12-01',
    )
  })
})

describe('the visits of a year', () => {
  const by = (visitsAYear: number, dates: readonly string[]) =>
    nextVisitBy(
      seen(...dates.map((date) => aVisit('acknowledged', { date }))),
      { ...policy, visitsAYear },
      '2025-10-01',
    )

  it('are as many as the centre says, and share the year evenly', () => {
    expect(by(2, [])).toBe('2026-02-14')
    expect(by(3, [])).toBe('2025-12-28')
    expect(by(3, ['2025-11-04', '2025-12-01'])).toBe('2026-07-10')
    expect(by(1, [])).toBe('2026-07-10')
    expect(by(1, ['2025-11-04'])).toBeNull()
  })
})

it('who follows is told four weeks before, then that it is late; the company and the apprentice are not', () => {
  const view = { ...seen(aVisit('acknowledged', { date: '2025-09-10' })), weeks: [], policy }
  const needs = (who: Parameters<typeof actor>[0], today: string) =>
    needsOf(view, actor(who), today).filter(({ type }) => type.startsWith('interview'))
  expect(needs('trainer', '2025-10-03')).toEqual([])
  expect(needs('trainer', '2025-10-04')).toEqual([
    { type: 'interview-due', yours: true, by: '2025-11-01' },
  ])
  expect(needs('coordinator', '2025-11-02')).toEqual([
    { type: 'interview-overdue', yours: false, by: '2025-11-01' },
  ])
  expect(needs('apprentice', '2025-11-02')).toEqual([])
  expect(needs('master', '2025-11-02')).toEqual([])
})
