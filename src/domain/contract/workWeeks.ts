import { addDays } from '../civilDate.ts'
import { itemsOf, textOf } from '../content.ts'
import type { Content } from '../operation.ts'
import { mondayOf, weeksBetween } from '../week.ts'
import type { Period } from '../weekStates.ts'
import { holds } from './segments.ts'

/** Monday to Friday. */
export const workingDays: readonly number[] = [0, 1, 2, 3, 4]

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

/** Of a cohort: on which days of a week of training the company has its apprentice, 0 being Monday. */
interface CompanyDays {
  readonly years: readonly Period[]
  readonly days: readonly number[]
}

/**
 * The weeks of a period in which no contract runs on any day of the company: between two companies,
 * or suspended. Nothing is expected then. None where no contract is known: the logbook’s own dates
 * count. ISO weeks, in order.
 *
 * Source: Code du travail, art. L6222-18-2: after a breach the centre goes on training for six
 * months; there is no company that an entry could tell about.
 */
export function weeksWithoutWork(
  contracts: readonly Content[],
  { start, end }: Period,
  { years, days }: CompanyDays,
): string[] {
  if (contracts.length === 0) return []
  return weeksBetween(start, end).filter((week) => {
    const monday = mondayOf(week)
    const inYear = years.some((year) => year.start <= monday && monday <= year.end)
    return !(inYear ? days : workingDays).some((day) =>
      contracts.some((content) => worksOn(content, addDays(monday, day))),
    )
  })
}
