import { describe, expect, it } from 'vitest'
import { contractDuration, latestExtension, type DurationInput } from '#domain/contract/duration.ts'

const bts = (changes: Partial<DurationInput>): DurationInput => ({
  cycleMonths: 24,
  adjustmentMonths: 0,
  ...changes,
})

describe('how long a contract is', () => {
  it.each([
    ['the cycle (L6222-7-1)', bts({}), { months: 24, agreement: false }],
    [
      'a year less by placement (R6222-6)',
      bts({ adjustmentMonths: -12 }),
      { months: 12, agreement: true },
    ],
    [
      'three months begun in the centre (R6222-9)',
      bts({ adjustmentMonths: -3, begunWithoutCompany: true }),
      { months: 21, agreement: false },
    ],
    ['a year more by placement', bts({ adjustmentMonths: 12 }), { months: 36, agreement: true }],
    [
      'a year more with a disability (R6222-9; programme sheet)',
      bts({ adjustmentMonths: 12, disability: true }),
      { months: 36, agreement: false },
    ],
    [
      'a year less with a disability',
      bts({ adjustmentMonths: -12, disability: true }),
      { months: 12, agreement: true },
    ],
    [
      'begun without a company, but longer',
      bts({ adjustmentMonths: 6, begunWithoutCompany: true }),
      { months: 30, agreement: true },
    ],
    [
      'four years with a disability (L6222-37)',
      bts({ cycleMonths: 36, adjustmentMonths: 12, disability: true }),
      { months: 48, agreement: false },
    ],
    [
      'over four years',
      bts({ cycleMonths: 36, adjustmentMonths: 13, disability: true }),
      { refused: 'over-the-longest', limit: 48 },
    ],
    ['over three years', bts({ adjustmentMonths: 13 }), { refused: 'over-the-longest', limit: 36 }],
    ['six months', bts({ adjustmentMonths: -18 }), { months: 6, agreement: true }],
    ['five months', bts({ adjustmentMonths: -19 }), { refused: 'under-six-months', limit: 6 }],
    [
      'five months after a breach (R6222-23-1)',
      bts({ adjustmentMonths: -19, afterBreach: true }),
      { months: 5, agreement: false },
    ],
    [
      'nothing left',
      bts({ adjustmentMonths: -24, afterBreach: true }),
      { refused: 'not-a-duration' },
    ],
    ['half a month', bts({ adjustmentMonths: 0.5 }), { refused: 'not-a-duration' }],
  ])('%s', (_, input, duration) => {
    expect(contractDuration(input)).toEqual(duration)
  })

  it.each([
    ['a school year', '2027-07-01', '2028-06-30'],
    ['from a leap day', '2028-02-29', '2029-02-27'],
    ['from 1 March to a leap day', '2027-03-01', '2028-02-29'],
  ])('an extension lasts a year at most: %s (L6222-11)', (_, firstDay, latest) => {
    expect(latestExtension(firstDay)).toBe(latest)
  })
})
