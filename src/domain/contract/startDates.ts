import { addMonths, isCivilDate } from '../civilDate.ts'

/** ISO days. */
export interface StartDates {
  /** First day of execution of the contract. */
  readonly execution: string
  /** First day of practical training in the company. */
  readonly practical: string
  /** First day in the centre under the contract: for a late entry, the first one after its start. */
  readonly centre: string
  /** Since when the centre trains the person without a contract, as a *stagiaire*. */
  readonly traineeSince?: string | undefined
}

export type StartProblem =
  | { readonly code: 'not-a-date'; readonly field: keyof StartDates; readonly blocks: true }
  /** `from`: first day of execution of the contracts that the law is for. */
  | { readonly code: 'before-the-law'; readonly from: string; readonly blocks: true }
  | {
      readonly code: 'before-execution'
      readonly field: 'practical' | 'centre'
      readonly blocks: true
    }
  /** `latest`: the last day that is in time. */
  | {
      readonly code: 'over-three-months'
      readonly field: 'practical' | 'centre'
      readonly latest: string
      readonly blocks: true
    }
  /** A warning: too long in the centre without a contract. `latest`: last day that is in time. */
  | { readonly code: 'trainee-over-three-months'; readonly latest: string; readonly blocks: false }

/** By first day of execution; before it, three months were counted from the start of the cycle. */
const laws = [{ from: '2019-01-01', months: 3 }] as const

/** Without a contract, a trainee stays in the centre for three months: art. L6222-12-1. */
const TRAINEE_MONTHS = 3

/**
 * What is wrong with the three starts of a contract; nothing, where they are in order.
 *
 * Practical training and the centre’s period each begin at most three months after the execution of
 * the contract: Code du travail, art. L6222-12 (contracts from 1 January 2019). The programme
 * sheet’s «3 mois avant… et 3 mois après» is the law before: the second half lives on as the three
 * months without a contract, a warning because entering late is allowed all year.
 */
export function startProblems(dates: StartDates): StartProblem[] {
  for (const field of ['execution', 'practical', 'centre', 'traineeSince'] as const) {
    const date = dates[field]
    if (date !== undefined && !isCivilDate(date))
      return [{ code: 'not-a-date', field, blocks: true }]
  }
  const { execution, traineeSince } = dates
  const law = laws.findLast(({ from }) => from <= execution)
  if (!law) return [{ code: 'before-the-law', from: laws[0].from, blocks: true }]

  const problems: StartProblem[] = []
  const latest = addMonths(execution, law.months)
  for (const field of ['practical', 'centre'] as const) {
    if (dates[field] < execution) problems.push({ code: 'before-execution', field, blocks: true })
    if (dates[field] > latest) {
      problems.push({ code: 'over-three-months', field, latest, blocks: true })
    }
  }
  if (traineeSince !== undefined && execution > addMonths(traineeSince, TRAINEE_MONTHS)) {
    problems.push({
      code: 'trainee-over-three-months',
      latest: addMonths(traineeSince, TRAINEE_MONTHS),
      blocks: false,
    })
  }
  return problems
}
