import { addDays } from '../civilDate.ts'
import { lastDay } from './contract.ts'
import type { Charge } from './masterLimits.ts'
import type { ContractRecord } from './readContract.ts'

/**
 * Whom the masters of one contract have, and when. In an extension after a failed exam, and in the
 * contract elsewhere that stands for one, the apprentice repeats (Code du travail, art. R6223-6,
 * L6222-11): those days are a charge of their own. Masters are told apart by name.
 */
export function chargesOf(record: ContractRecord, apprenticeId: string): Charge[] {
  const { extension, prolongs, end, couples } = record
  const last = lastDay(record)
  const repeatsFrom = prolongs
    ? record.start
    : extension?.reason === 'exam-failure'
      ? addDays(end, 1)
      : null
  return couples.flatMap(({ masterId, from, until }): Charge[] => {
    const to = until !== null && until < last ? until : last
    const charge = { masterId, apprenticeId, from, until: to }
    if (repeatsFrom === null || to < repeatsFrom) return [{ ...charge, repeating: false }]
    if (from >= repeatsFrom) return [{ ...charge, repeating: true }]
    return [
      { ...charge, until: addDays(repeatsFrom, -1), repeating: false },
      { ...charge, from: repeatsFrom, repeating: true },
    ]
  })
}
