import { addDays, addMonths } from '../civilDate.ts'
import { lastDay } from '../contract/contract.ts'
import { payContractOf, type ContractRecord } from '../contract/readContract.ts'
import type { AlternationCalendar } from '../calendar/alternation.ts'
import { places } from '../calendar/day.ts'
import { countsOf } from '../calendar/counts.ts'
import { toCents } from '../money.ts'
import { minimumPay } from '../pay.ts'

/**
 * What may be left out of a month’s pay, in cents: strictly in proportion to the time not worked
 * (Code du travail, art. L1331-2 forbids more). `scheduledMinutes`: working time of that month.
 */
export function proportionalDeduction(
  monthlyCents: number,
  { deductible, scheduledMinutes }: { deductible: number; scheduledMinutes: number },
): number {
  if (scheduledMinutes <= 0) return 0
  return Math.round((monthlyCents * Math.min(deductible, scheduledMinutes)) / scheduledMinutes)
}

/** What a month’s time not worked comes to where the least of the law is paid. */
export interface MinimumDeduction {
  readonly cents: number
  /** Minimum of that month, before contributions. */
  readonly monthlyCents: number
  /** Working time of that month; a public holiday and closed days are in it, weekly rest is not. */
  readonly scheduledMinutes: number
}

/**
 * The deduction of one month (`2025-11`) on the legal minimum: nobody writes down what was agreed.
 * `contracts`: in order of their first day. `deductible`: in minutes.
 *
 * `null` where one amount would not be true of the whole month: the contract does not cover it or is
 * suspended in it, the minimum changes within it or cannot be told.
 */
export function minimumDeduction(
  month: string,
  deductible: number,
  calendar: AlternationCalendar,
  contracts: readonly ContractRecord[],
): MinimumDeduction | null {
  const first = `${month}-01`
  const last = addDays(addMonths(first, 1), -1)
  const contract = contracts.findLast(({ start }) => start <= first)
  if (!contract || lastDay(contract) < last) return null
  const isSuspended = contract.suspensions.some(
    ({ from, until }) => from <= last && (until === null || until >= first),
  )
  if (isSuspended) return null

  const [monthlyCents, atEnd] = [first, last].map((on) => {
    const pay = minimumPay({ ...payContractOf(contract), on })
    return 'refused' in pay ? null : toCents(pay.monthlyGross)
  })
  if (monthlyCents === undefined || monthlyCents === null || monthlyCents !== atEnd) return null

  const counts = countsOf(calendar, { start: first, end: last })
  const halfDays = places
    .filter((place) => place !== 'rest')
    .reduce((sum, place) => sum + counts[place], 0)
  const scheduledMinutes = halfDays * calendar.minutesPerHalfDay
  if (scheduledMinutes === 0) return null
  const cents = proportionalDeduction(monthlyCents, { deductible, scheduledMinutes })
  return { cents, monthlyCents, scheduledMinutes }
}
