import { addDays } from '../civilDate.ts'
import { smicsOf } from '../smic.ts'
import { isExtended, yearCount } from './executionYear.ts'
import { minimumPay, type MinimumPay } from './minimumPay.ts'
import { bracketChanges, yearStart } from './payGrid.ts'
import {
  firstSmic,
  lastDayOf,
  refuseContract,
  territoryOf,
  type PayContract,
  type PayRefusal,
} from './payInput.ts'

/** Why a step of the curve begins. */
export type PayChange =
  | 'contract-start'
  /** The contract began before the oldest SMIC that is known. */
  | 'first-minimum-wage'
  | 'age-bracket'
  | 'execution-year'
  | 'minimum-wage'
  | 'conventional-minimum'
  | 'extension'

export interface PayCurveStep {
  /** First day. */
  readonly from: string
  /** Last day. */
  readonly until: string
  readonly percent: number
  /** In euros. */
  readonly monthlyGross: number
  readonly reasons: readonly PayChange[]
}

/**
 * The minimum pay over the whole contract, extension included: steps in order, without a gap, from
 * the first day to the last. A step begins where the line of the grid, the percent, the base or the
 * amount changes, or the extension begins, even where the amount stays.
 *
 * What is ahead is reckoned with the last SMIC that is known. Days before the first one are left
 * out; a contract without any other is refused, and so is what `minimumPay` refuses.
 */
export function payCurve(contract: PayContract): readonly PayCurveStep[] | PayRefusal {
  const refusal = refuseContract(contract)
  if (refusal) return refusal

  const end = lastDayOf(contract)
  const known = firstSmic(contract)
  if (end < known) return { refused: 'before-first-minimum-wage', from: known }

  const begun = turns(contract, end).flatMap((from, index) => {
    const pay = minimumPay({ ...contract, on: from })
    if ('refused' in pay) return []
    const before = index === 0 ? null : minimumPay({ ...contract, on: addDays(from, -1) })
    const reasons = changes(contract, from, before, pay)
    return reasons.length > 0
      ? [{ from, percent: pay.percent, monthlyGross: pay.monthlyGross, reasons }]
      : []
  })
  return begun.map((step, index) => {
    const next = begun[index + 1]
    return { ...step, until: next ? addDays(next.from, -1) : end }
  })
}

/** The first day and those on which something may change, in order. */
function turns(contract: PayContract, end: string): string[] {
  const count = yearCount(contract)
  const years: string[] = []
  for (let year = 2; yearStart(count, year) <= end; year += 1) years.push(yearStart(count, year))
  const { birthDate, contractStart, extension } = contract
  const days = [
    ...years,
    ...bracketChanges(birthDate, contractStart).map(({ from }) => from),
    ...smicsOf(territoryOf(contract)).map(({ from }) => from),
    ...(extension ? [addDays(extension.originalEnd, 1)] : []),
  ]
  const within = days.filter((day) => day > contractStart && day <= end)
  return [contractStart, ...new Set(within.sort())]
}

/** What makes a day differ from its eve, `null` on the first day. */
function changes(
  contract: PayContract,
  day: string,
  before: MinimumPay | PayRefusal | null,
  after: MinimumPay,
): PayChange[] {
  if (before === null) return ['contract-start']
  if ('refused' in before) return ['first-minimum-wage']
  const reasons: PayChange[] = []
  if (before.ageBracket !== after.ageBracket) reasons.push('age-bracket')
  if (before.executionYear !== after.executionYear) reasons.push('execution-year')
  if (before.base !== after.base) reasons.push('conventional-minimum')
  // A new SMIC moves nothing where the collective agreement’s minimum is the base on both days.
  if (before.minimumWageFrom !== after.minimumWageFrom && !(both(before, after) === 'SMC')) {
    reasons.push('minimum-wage')
  }
  if (isExtended(contract, day) && !isExtended(contract, addDays(day, -1))) {
    reasons.push('extension')
  }
  return reasons
}

const both = (before: MinimumPay, after: MinimumPay) =>
  before.base === after.base ? before.base : null
