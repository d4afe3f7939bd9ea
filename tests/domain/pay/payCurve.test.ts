import { describe, expect, it } from 'vitest'
import { payCurve } from '#domain/pay.ts'
import type { PayCurveStep } from '#domain/pay/payCurve.ts'
import type { PayContract } from '#domain/pay/payInput.ts'
import { aContract, at23 } from './contracts.ts'

/** The steps as lines: first day, last day, percent, amount, reasons. */
function linesOf(contract: Partial<PayContract>): string[] {
  const curve = payCurve(aContract(contract))
  if ('refused' in curve) throw new Error(curve.refused)
  return curve.map(line)
}

const line = ({ from, until, percent, monthlyGross, reasons }: PayCurveStep) =>
  `${from} ${until} ${percent} ${monthlyGross.toFixed(2)} ${reasons.join('+')}`

describe('the curve over a contract', () => {
  it('eighteen in the programme sheet’s cohort: three SMIC and a second year', () => {
    expect(linesOf({})).toEqual([
      '2025-09-22 2025-12-31 43 774.77 contract-start',
      '2026-01-01 2026-05-31 43 783.90 minimum-wage',
      '2026-06-01 2026-09-21 43 802.82 minimum-wage',
      '2026-09-22 2027-09-21 51 952.18 execution-year',
    ])
  })

  it('two reasons on one day are one step', () => {
    expect(linesOf({ birthDate: '2008-05-31', contractStart: '2025-06-01' })).toEqual([
      '2025-06-01 2025-12-31 27 486.49 contract-start',
      '2026-01-01 2026-05-31 27 492.22 minimum-wage',
      '2026-06-01 2027-05-31 51 952.18 age-bracket+execution-year+minimum-wage',
    ])
  })

  it('a contract that begins on the day of a new SMIC has one first step', () => {
    expect(linesOf({ contractStart: '2026-06-01', contractMonths: 12, cycleMonths: 12 })).toEqual([
      '2026-06-01 2027-05-31 43 802.82 contract-start',
    ])
  })

  it('what changes on the last day is a step of one day', () => {
    const contract = { contractStart: '2025-06-02', contractMonths: 12, cycleMonths: 12 }
    expect(linesOf({ ...contract, ...at23 }).at(-1)).toBe(
      '2026-06-01 2026-06-01 53 989.52 minimum-wage',
    )
  })

  it('a collective agreement’s minimum comes with 21 and hides the SMIC until it is overtaken', () => {
    const contract = { birthDate: '2004-10-31', conventionalMinimum: 1850 }
    expect(linesOf({ ...contract, contractMonths: 12, cycleMonths: 12 })).toEqual([
      '2025-09-22 2025-10-31 43 774.77 contract-start',
      '2025-11-01 2026-05-31 53 980.50 age-bracket+conventional-minimum',
      '2026-06-01 2026-09-21 53 989.52 conventional-minimum+minimum-wage',
    ])
  })

  it('a second year at 26 changes no amount, and is shown', () => {
    expect(linesOf({ birthDate: '1998-01-15', contractStart: '2026-07-01' })).toEqual([
      '2026-07-01 2027-06-30 100 1867.02 contract-start',
      '2027-07-01 2028-06-30 100 1867.02 execution-year',
    ])
  })

  it('an extension after a failed exam keeps the second year, and shows where it begins', () => {
    const extension = {
      reason: 'exam-failure',
      originalEnd: '2028-06-30',
      extendedEnd: '2029-06-30',
    } as const
    const contract = { birthDate: '2010-03-02', contractStart: '2026-07-01', extension }
    expect(linesOf(contract)).toEqual([
      '2026-07-01 2027-06-30 27 504.10 contract-start',
      '2027-07-01 2028-03-31 39 728.14 execution-year',
      '2028-04-01 2028-06-30 51 952.18 age-bracket',
      '2028-07-01 2029-06-30 51 952.18 extension',
    ])
  })

  it('an extension for a disability is worth fifteen points', () => {
    const extension = {
      reason: 'disability',
      originalEnd: '2028-06-30',
      extendedEnd: '2029-06-30',
    } as const
    expect(linesOf({ contractStart: '2026-07-01', extension })).toEqual([
      '2026-07-01 2027-06-30 43 802.82 contract-start',
      '2027-07-01 2028-03-31 51 952.18 execution-year',
      '2028-04-01 2028-06-30 61 1138.88 age-bracket',
      '2028-07-01 2029-06-30 76 1418.94 extension',
    ])
  })

  it('a contract older than the first known SMIC begins with that one', () => {
    const contract = { birthDate: '2004-01-15', contractStart: '2022-11-02', contractMonths: 12 }
    expect(linesOf({ ...contract, cycleMonths: 12 })).toEqual([
      '2023-01-01 2023-04-30 43 734.99 first-minimum-wage',
      '2023-05-01 2023-11-01 43 751.30 minimum-wage',
    ])
  })

  it('a contract that ended before it has no curve', () => {
    const contract = aContract({
      birthDate: '2004-01-15',
      contractStart: '2021-11-02',
      contractMonths: 12,
    })
    expect(payCurve(contract)).toEqual({
      refused: 'before-first-minimum-wage',
      from: '2023-01-01',
    })
  })
})
