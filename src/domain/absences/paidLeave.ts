import { addDays, ageOn, monthsBetween } from '../civilDate.ts'

/** Working days of paid leave that a month of work gives, and twelve of them: art. L3141-3. */
const DAYS_A_MONTH = 2.5
const DAYS_A_YEAR = 30
/** Until this age, on 30 April of the year before, 30 days may be asked for: art. L3164-9. */
const YOUNG = 21

export interface PaidLeave {
  /** Paid working days earned in the reference year. */
  readonly paid: number
  /** Unpaid working days that may be asked for on top. */
  readonly unpaid: number
}

/**
 * Congés payés earned from `start` until `until` (both included) in the reference year that begins
 * on 1 June: 2.5 working days a month of work, hence 30 at most, rounded up to a whole day.
 *
 * Sources: Code du travail, art. L3141-3 and L3141-7; L3164-9: who is under 21 on 30 April of the
 * year before may ask for 30 days in all, those beyond the earned ones unpaid. They are taken in the
 * company’s periods only (programme sheet; art. L6222-24), see `assessAbsence`.
 */
export function paidLeave({
  start,
  until,
  birthDate,
}: {
  start: string
  until: string
  birthDate: string
}): PaidLeave {
  const yearStart = referenceYearOf(until)
  const from = start > yearStart ? start : yearStart
  const months = from > until ? 0 : monthsBetween(from, addDays(until, 1))
  const paid = Math.ceil(DAYS_A_MONTH * months)
  const april = `${yearStart.slice(0, 4)}-04-30`
  return { paid, unpaid: ageOn(birthDate, april) < YOUNG ? DAYS_A_YEAR - paid : 0 }
}

/** The 1 June with which the reference year of a day began. */
function referenceYearOf(date: string): string {
  const year = Number(date.slice(0, 4))
  return date.slice(5) >= '06-01' ? `${year}-06-01` : `${year - 1}-06-01`
}
