import { describe, expect, it } from 'vitest'
import { trialPeriod, type TrialCount } from '#domain/calendar/companyDays.ts'
import type { HalfDay } from '#domain/calendar/day.ts'
import { calendarWith } from './plans.ts'

/** The contract begins with the training: 2.5 days a week in the company. */
const calendar = calendarWith({ contract: { start: '2025-09-22', end: '2027-08-31' } })
const bothHalves = (date: string): HalfDay[] => [
  { date, half: 'am' },
  { date, half: 'pm' },
]
const lastDay = (absent: HalfDay[], count?: TrialCount) =>
  trialPeriod({ calendar, absent }, '2025-09-22', count).lastDay

describe('the 45th day in the company (L6222-18)', () => {
  it.each<[string, HalfDay[], TrialCount | undefined, string]>([
    ['three begun days in each of 15 weeks, the 15th after Christmas', [], undefined, '2026-01-16'],
    ['halves added up: 2.5 days in each of 18 weeks', [], 'whole-days', '2026-02-06'],
    [
      'a day of absence moves it to the next day there',
      bothHalves('2025-10-09'),
      undefined,
      '2026-01-21',
    ],
    [
      'half a day of absence leaves the day begun',
      [{ date: '2025-10-09', half: 'am' }],
      undefined,
      '2026-01-16',
    ],
    [
      'and counts where halves are added up',
      [{ date: '2025-10-09', half: 'am' }],
      'whole-days',
      '2026-02-11',
    ],
    ['absence in the centre changes nothing', bothHalves('2025-10-06'), undefined, '2026-01-16'],
  ])('%s', (_, absent, count, expected) => {
    expect(lastDay(absent, count)).toBe(expected)
  })

  it('comes after 45 days in a row where there is no centre yet', () => {
    const before = calendarWith({ contract: { start: '2025-07-01', end: '2027-08-31' } })
    const { lastDay: last } = trialPeriod({ calendar: before, absent: [] }, '2025-07-01')
    // Nine weeks from Tuesday 1 July, with 14 July and 15 August between.
    expect(last).toBe('2025-09-03')
  })

  it('is told as far as it is today', () => {
    const on = (today: string) => trialPeriod({ calendar, absent: [] }, today)
    expect(on('2025-09-23')).toMatchObject({ done: 0, of: 45 })
    expect(on('2025-09-24')).toMatchObject({ done: 1 })
    expect(on('2025-10-05')).toMatchObject({ done: 6 })
    expect(on('2026-01-16')).toMatchObject({ done: 45 })
    expect(on('2027-01-15')).toMatchObject({ done: 45 })
  })

  it('never comes in a contract that ends before', () => {
    const short = calendarWith({ contract: { start: '2025-09-22', end: '2025-10-31' } })
    expect(trialPeriod({ calendar: short, absent: [] }, '2026-01-01').lastDay).toBeNull()
  })
})
