import { describe, expect, it } from 'vitest'
import { shareOf, toCents, toEuros, toParts, toPercent } from '#domain/money.ts'

describe('an amount is not a cent off', () => {
  it.each([
    ['39 % of the SMIC, as labonnealternance', 1867.02, 39, 728.14],
    ['55 % of the SMIC, as labonnealternance', 1867.02, 55, 1026.86],
    ['half a cent upwards', 0.1, 5, 0.01],
    ['less than half a cent', 0.09, 5, 0],
    ['all of it', 1867.02, 100, 1867.02],
    ['nothing of it', 1867.02, 0, 0],
    ['more than all of it', 1867.02, 110, 2053.72],
    ['a percentage with four decimals', 10_000, 33.3333, 3333.33],
    ['the largest that is exact', 10_000_000, 799.9999, 79_999_990],
  ])('%s', (_, euros, percent, share) => {
    expect(toEuros(shareOf(toCents(euros), toParts(percent)))).toBe(share)
  })

  it.each([
    [1801.8, 180_180],
    [1.005, 101],
    [4.35, 435],
    [0.1 + 0.2, 30],
    [0, 0],
  ])('%d € is %d cents', (euros, cents) => {
    expect(toCents(euros)).toBe(cents)
  })

  it('a sum of percentages has no dust', () => {
    expect(toPercent(toParts(53.3) + toParts(15))).toBe(68.3)
    // 0.07 × 10 000 is 700.0000000000001.
    expect(toParts(0.07)).toBe(700)
  })
})
