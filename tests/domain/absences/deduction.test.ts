import { describe, expect, it } from 'vitest'
import { minimumDeduction, proportionalDeduction } from '#domain/absences/deduction.ts'
import { readContract } from '#domain/contract/readContract.ts'
import type { Content } from '#domain/operation.ts'
import { calendarWith } from '../calendar/plans.ts'

const calendar = calendarWith()

/** Twenty when the contract begins, so paid 43 % of 1 801.80 € in its first year: 774.77 €. */
const contract = (more: Content = {}) =>
  readContract({
    ...{ birthDate: '2005-03-10', start: '2025-09-01', end: '2027-08-31', cycleMonths: 24 },
    ...more,
  })

describe('what may be left out of a pay', () => {
  it.each([
    [95_495, 420, 9100, 4407, 'L1331-2: 7 of 151 2/3 hours, to the cent'],
    [95_495, 0, 9100, 0, 'nothing missed'],
    [95_495, 9100, 9100, 95_495, 'a whole month'],
    [95_495, 99_999, 9100, 95_495, 'never more than the month'],
    [95_495, 420, 0, 0, 'a month without working time'],
  ])('%i cents, %i of %i minutes: %i (%s)', (cents, deductible, scheduledMinutes, expected) => {
    expect(proportionalDeduction(cents, { deductible, scheduledMinutes })).toBe(expected)
  })
})

describe('at the legal minimum of a month', () => {
  it('is a share of the working time of that month, its public holiday among it', () => {
    // Twenty working days of seven hours, the 11th among them: 774.77 × 7 / 140.
    expect(minimumDeduction('2025-11', 420, calendar, [contract()])).toEqual({
      cents: 38_74,
      monthlyCents: 774_77,
      scheduledMinutes: 140 * 60,
    })
  })

  it('counts closed days in, which are paid leave, and takes the minimum of that month', () => {
    // 23 working days in December 2025; from January on, 43 % of 1 823.03 €.
    expect(minimumDeduction('2025-12', 420, calendar, [contract()])).toMatchObject({
      scheduledMinutes: 23 * 420,
    })
    expect(minimumDeduction('2026-01', 420, calendar, [contract()])).toMatchObject({
      monthlyCents: 783_90,
    })
  })

  it.each<[string, string, Content]>([
    ['the contract begins within the month', '2025-11', { start: '2025-11-03' }],
    ['the contract ends within the month', '2025-11', { end: '2025-11-28' }],
    [
      'it is broken within the month',
      '2025-11',
      { breachOn: '2025-11-28', breachGround: 'agreement' },
    ],
    ['it is suspended', '2025-11', { 'suspensions/s1/from': '2025-10-20' }],
    ['the minimum changes within the month', '2026-09', { start: '2025-09-08' }],
    ['the minimum cannot be told', '2025-11', { cycleMonths: null }],
  ])('is not told where no amount is true of the whole month: %s', (_, month, more) => {
    expect(minimumDeduction(month, 420, calendar, [contract(more)])).toBeNull()
  })

  it('goes by the contract of that month, and by none where there is none', () => {
    const next = contract({
      start: '2026-03-01',
      conventionalMinimum: 300_000,
      birthDate: '2000-01-01',
    })
    // What a contract is shorter than its cycle counts as done: the second year, 51 %.
    const both = [contract({ end: '2026-02-28' }), next]
    expect(minimumDeduction('2026-02', 420, calendar, both)?.monthlyCents).toBe(929_75)
    expect(minimumDeduction('2026-03', 420, calendar, both)?.monthlyCents).toBe(300_000)
    expect(minimumDeduction('2025-11', 420, calendar, [])).toBeNull()
  })

  it('a suspension that is over before the month changes nothing', () => {
    const before = { 'suspensions/s1/from': '2025-10-20', 'suspensions/s1/until': '2025-10-31' }
    expect(minimumDeduction('2025-11', 420, calendar, [contract(before)])).not.toBeNull()
  })
})
