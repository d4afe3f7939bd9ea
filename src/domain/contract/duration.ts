import { addDays, addYears } from '../civilDate.ts'

/** What the placement makes of the length of a contract. */
export interface DurationInput {
  /** Months of the whole cycle: 24 for a BTS. */
  readonly cycleMonths: number
  /** Months that the placement takes off (negative) or adds. */
  readonly adjustmentMonths: number
  /** Recognised as a disabled worker. */
  readonly disability?: boolean | undefined
  /** The contract finishes a cycle after a breach. */
  readonly afterBreach?: boolean | undefined
  /** The cycle was begun in the centre without a company. */
  readonly begunWithoutCompany?: boolean | undefined
}

export type Duration =
  | {
      readonly months: number
      /** Whether centre, company and apprentice sign an agreement on it. */
      readonly agreement: boolean
    }
  | { readonly refused: 'not-a-duration' }
  /** `limit`: in months. */
  | { readonly refused: 'under-six-months' | 'over-the-longest'; readonly limit: number }

/** In months: Code du travail, art. L6222-7-1 and R6222-6; L6222-37, 2° with a disability. */
const SHORTEST = 6
const LONGEST = 36
const LONGEST_WITH_DISABILITY = 48

/**
 * How long a contract is: its cycle, made shorter or longer by the placement (positionnement).
 *
 * Six months at least and three years at most, four with a disability. A difference from the cycle
 * takes a tripartite agreement (art. L6222-7-1, R6222-6), but not for what was begun in the centre
 * without a company nor for a disability (art. R6222-9), nor after a breach, where six months are
 * not asked for either (art. R6222-23-1).
 */
export function contractDuration(input: DurationInput): Duration {
  const { cycleMonths, adjustmentMonths, disability, afterBreach, begunWithoutCompany } = input
  const months = cycleMonths + adjustmentMonths
  if (![cycleMonths, adjustmentMonths].every(Number.isInteger) || months < 1) {
    return { refused: 'not-a-duration' }
  }
  const longest = disability ? LONGEST_WITH_DISABILITY : LONGEST
  if (months > longest) return { refused: 'over-the-longest', limit: longest }
  if (months < SHORTEST && !afterBreach) return { refused: 'under-six-months', limit: SHORTEST }
  const excused =
    afterBreach === true ||
    (adjustmentMonths < 0 ? begunWithoutCompany === true : disability === true)
  return { months, agreement: adjustmentMonths !== 0 && !excused }
}

/**
 * Last day that a year of extension beginning on `firstDay` reaches: one year at most, after a
 * failed exam (art. L6222-11) and for a disability (art. R6222-48).
 */
export const latestExtension = (firstDay: string): string => addDays(addYears(firstDay, 1), -1)
