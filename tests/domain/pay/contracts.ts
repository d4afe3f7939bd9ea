import { expect, it } from 'vitest'
import { minimumPay } from '#domain/pay.ts'
import type { MinimumPay } from '#domain/pay/minimumPay.ts'
import type { PayContract } from '#domain/pay/payInput.ts'

/** Two years of a BTS from the first day of training of the programme sheet, begun at eighteen. */
export const aContract = (changes: Partial<PayContract> = {}): PayContract => ({
  birthDate: '2007-03-14',
  contractStart: '2025-09-22',
  contractMonths: 24,
  cycleMonths: 24,
  ...changes,
})

/** The pay of a day that has one. */
export function payOn(contract: PayContract, on: string): MinimumPay {
  const pay = minimumPay({ ...contract, on })
  if ('refused' in pay) throw new Error(`${on}: ${pay.refused}`)
  return pay
}

/** On 15 June 2026, with the SMIC of 1 June 2026: 1 867.02 €. */
export const JUNE = '2026-06-15'
export const at17 = { birthDate: '2009-01-15' }
export const at19 = { birthDate: '2007-01-15' }
export const at23 = { birthDate: '2003-01-15' }
export const at28 = { birthDate: '1998-01-15' }

/**
 * One case: why, what is special in the contract, the day, and the answer as one line: bracket,
 * year of execution, percent, base, monthly gross.
 */
export type Case = readonly [
  why: string,
  contract: Partial<PayContract>,
  on: string,
  answer: string,
]

/** One test for each case. */
export function itPays(cases: readonly Case[]): void {
  it.each(cases)('%s', (_, contract, on, answer) => {
    const pay = payOn(aContract(contract), on)
    const { ageBracket, executionYear, percent, base, monthlyGross } = pay
    expect(`${ageBracket} ${executionYear} ${percent} ${base} ${monthlyGross.toFixed(2)}`).toBe(
      answer,
    )
  })
}
