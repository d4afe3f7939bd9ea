import { describe, expect, it } from 'vitest'
import { effectiveCompanyDays } from '#domain/calendar/companyDays.ts'
import type { HalfDay } from '#domain/calendar/day.ts'
import { calendarWith } from './plans.ts'

/** The contract begins with the training: Wednesday afternoon to Friday in the company. */
const calendar = calendarWith({ contract: { start: '2025-09-22', end: '2027-08-31' } })
const wholeDay = (date: string): HalfDay[] => [
  { date, half: 'am' },
  { date, half: 'pm' },
]
/** The 45th, by counting on the fingers: see each row. */
const fortyFifth = (absent: HalfDay[]) => effectiveCompanyDays(calendar, absent)[44]

describe('the 45th day in the company (L6222-18)', () => {
  it.each<[string, HalfDay[], string]>([
    ['three days in each of 15 weeks, the 15th after Christmas', [], '2026-01-16'],
    ['a day of absence moves it to the next day there', wholeDay('2025-10-09'), '2026-01-21'],
    ['half a day of absence leaves the day', [{ date: '2025-10-09', half: 'am' }], '2026-01-16'],
    ['absence in the centre changes nothing', wholeDay('2025-10-06'), '2026-01-16'],
    ['the only half-day of a Wednesday missed', [{ date: '2025-10-08', half: 'pm' }], '2026-01-21'],
  ])('%s', (_, absent, expected) => {
    expect(fortyFifth(absent)).toBe(expected)
  })

  it('comes after nine weeks where there is no centre yet, holidays left out', () => {
    const before = calendarWith({ contract: { start: '2025-07-01', end: '2027-08-31' } })
    expect(effectiveCompanyDays(before)[44]).toBe('2025-09-03')
  })
})

describe('the days in the company', () => {
  it('are those of the contract, without rest, holidays, closings and the centre', () => {
    const days = effectiveCompanyDays(calendar)
    expect(days.slice(0, 4)).toEqual(['2025-09-24', '2025-09-25', '2025-09-26', '2025-10-01'])
    for (const free of ['2025-09-22', '2025-09-27', '2025-12-23', '2026-05-14']) {
      expect(days).not.toContain(free)
    }
    expect(days.at(-1)).toBe('2027-08-31')
  })

  it('are none without a contract', () => {
    const late = calendarWith({ contract: { start: '2025-12-08', end: '2027-08-31' } })
    expect(effectiveCompanyDays(late)[0]).toBe('2025-12-10')
  })
})
