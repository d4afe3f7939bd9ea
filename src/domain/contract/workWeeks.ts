import { halves } from '../calendar/day.ts'
import { weekdays, type WeekHalf, type Weekday } from '../calendar/plan.ts'
import { addDays } from '../civilDate.ts'
import { itemsOf, textOf } from '../content.ts'
import type { Content } from '../operation.ts'
import { mondayOf, weeksBetween } from '../week.ts'
import type { Period } from '../weekStates.ts'
import { holds } from './segments.ts'

/** Both halves of Monday to Friday. */
export const workingHalves: readonly WeekHalf[] = weekdays
  .slice(0, 5)
  .flatMap((day) => halves.map((half): WeekHalf => `${day}-${half}`))

/**
 * Whether a contract runs on a day and is not suspended: only then somebody works in a company.
 * `content`: of a version of kind `contract`. Short, because it comes with the first screen; all
 * the rest is in `readContract`.
 */
export function worksOn(content: Content, day: string): boolean {
  const text = (key: string) => textOf(content, key)
  const last = text('breachOn') || text('extendedEnd') || text('end')
  return (
    text('start') <= day &&
    day <= last &&
    !itemsOf(content, 'suspensions').some((id) => {
      const until = text(`suspensions/${id}/until`) || null
      return holds({ from: text(`suspensions/${id}/from`), until }, day)
    })
  )
}

/** Of a cohort: which half-days of a week of training the company has its apprentice. */
interface CompanyTime {
  readonly years: readonly Period[]
  readonly halves: readonly WeekHalf[]
}

/** The half-days of absences that were not taken back, as `2026-11-23.am`. `absences`: contents of versions. */
export const absentHalves = (absences: readonly Content[]): ReadonlySet<string> =>
  new Set(
    absences
      .filter((content) => textOf(content, 'cancelled') === '')
      .flatMap((content) => itemsOf(content, 'halfDays')),
  )

/**
 * The weeks of a period in which no half-day was spent in a company: between two of them, suspended,
 * or absent in all of it. Nothing is expected then. Where no contract is known the logbook’s own
 * dates count. ISO weeks, in order.
 *
 * Source: Code du travail, art. L6222-18-2: after a breach the centre goes on training for six
 * months; there is no company that an entry could tell about.
 */
export function weeksWithoutWork(
  contracts: readonly Content[],
  absent: ReadonlySet<string>,
  { start, end }: Period,
  company: CompanyTime,
): string[] {
  if (contracts.length === 0 && absent.size === 0) return []
  const worked = (date: string, half: string) =>
    !absent.has(`${date}.${half}`) &&
    (contracts.length === 0 || contracts.some((content) => worksOn(content, date)))
  return weeksBetween(start, end).filter((week) => {
    const monday = mondayOf(week)
    const inYear = company.years.some((year) => year.start <= monday && monday <= year.end)
    return !(inYear ? company.halves : workingHalves).some((each) => {
      const [day, half = ''] = each.split('-')
      return worked(addDays(monday, weekdays.indexOf(day as Weekday)), half)
    })
  })
}
