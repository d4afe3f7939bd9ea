import { describe, expect, it } from 'vitest'
import { benefitInKind } from '#domain/pay.ts'

describe('what lodging and meals may take from a pay (D6222-33)', () => {
  it.each([
    ['the example of the Boss: 420 and 100', 420, 100, 75, 345],
    ['half a cent upwards', 800, 0.1, 0.08, 799.92],
    ['no more than three quarters of the pay', 400, 600, 300, 100],
    ['exactly three quarters of the pay', 400, 400, 300, 100],
    ['a cent of value below that', 400, 399.99, 299.99, 100.01],
    ['nothing received', 802.82, 0, 0, 802.82],
    ['no pay, nothing to take', 0, 100, 0, 0],
  ])('%s', (_, monthlyGross, socialSecurityValue, deduction, minimumCash) => {
    expect(benefitInKind({ monthlyGross, socialSecurityValue })).toEqual({ deduction, minimumCash })
  })

  it.each([
    ['a negative pay', -1, 0, 'monthlyGross'],
    ['no number', NaN, 0, 'monthlyGross'],
    ['more than anybody is paid', 1e308, 0, 'monthlyGross'],
    ['a negative value', 500, -1, 'socialSecurityValue'],
    ['an infinite value', 500, Infinity, 'socialSecurityValue'],
  ])('%s: the reason, not a number', (_, monthlyGross, socialSecurityValue, field) => {
    const answer = benefitInKind({ monthlyGross, socialSecurityValue })
    expect(answer).toEqual({ refused: 'not-an-amount', field })
  })
})
