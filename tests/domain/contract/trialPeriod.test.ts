import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekday } from '#domain/civilDate.ts'
import { trialPeriod } from '#domain/contract/trialPeriod.ts'

/** Days from 22 September 2025 on whose weekday (0 is Monday) is one of `weekdays`. */
const daysOn = (weekdays: readonly number[], count: number) =>
  Array.from({ length: 400 }, (_, index) => addDays('2025-09-22', index))
    .filter((day) => weekdays.includes(weekday(day)))
    .slice(0, count)

const fullTime = daysOn([0, 1, 2, 3, 4], 60)
/** The rhythm of the programme sheet: two days and a half. */
const half = daysOn([2, 3, 4], 60)

describe('the 45 days in the company (L6222-18, al. 1)', () => {
  it.each([
    ['before the first day', fullTime, '2025-09-21', 0, '2025-11-21', true],
    ['the first day', fullTime, '2025-09-22', 1, '2025-11-21', true],
    ['full time: the 45th day', fullTime, '2025-11-21', 45, '2025-11-21', true],
    ['full time: the day after', fullTime, '2025-11-22', 45, '2025-11-21', false],
    ['three days a week: it takes fifteen weeks', half, '2025-11-22', 27, '2026-01-02', true],
    ['three days a week: the 45th day', half, '2026-01-02', 45, '2026-01-02', true],
    ['three days a week: the week after', half, '2026-01-07', 45, '2026-01-02', false],
    [
      'absent for eight of them: eight days later',
      fullTime.slice(8),
      '2025-11-22',
      37,
      '2025-12-03',
      true,
    ],
    ['not planned far enough', fullTime.slice(0, 44), '2026-06-01', 44, null, true],
    ['no day at all', [], '2026-06-01', 0, null, true],
  ])('%s', (_, companyDays, on, done, lastDay, free) => {
    expect(trialPeriod(companyDays, on)).toEqual({ done, left: 45 - done, lastDay, free })
  })

  it('a day told twice is one day, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...half, ...half], { minLength: 60 }), (days) => {
        const once = [...new Set(days)].sort()
        expect(trialPeriod(days, '2026-02-01')).toEqual(trialPeriod(once, '2026-02-01'))
      }),
    )
  })
})
