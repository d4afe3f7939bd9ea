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
