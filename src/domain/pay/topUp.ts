import type { PayContract } from './payInput.ts'
import type { TopUpCondition } from './payStep.ts'

/** Longest contract that the fifteen points are for, in months. */
const TOP_UP_MONTHS = 12

/**
 * The conditions of the fifteen points that are not met (art. D6222-30). A former apprenticeship
 * that led to no diploma is one of them.
 */
export function missingForTopUp({
  topUp,
  contractMonths,
  previousContract,
}: PayContract): TopUpCondition[] {
  const failed =
    topUp?.previousRoute === 'apprenticeship' && previousContract?.diplomaObtained === false
  const missing: TopUpCondition[] = []
  if (!topUp?.sameLevel) missing.push('same-level')
  if (!topUp?.directlyRelated) missing.push('directly-related')
  if (contractMonths > TOP_UP_MONTHS) missing.push('one-year')
  if (failed) missing.push('diploma-obtained')
  return missing
}
