import { weekOf, weeksBetween } from '../week.ts'
import type { WeekCalendar } from '../weekStates.ts'
import type { AlternationCalendar } from './alternation.ts'
import { effectiveCompanyDays } from './companyDays.ts'
import type { HalfDay } from './day.ts'

/**
 * The weeks of the contract without half a day in the company: there is nothing to tell, no entry
 * is expected, and the ribbon is grey. `absent`: half-days on which the apprentice was not there.
 * ISO weeks, in order.
 *
 * Source: programme sheet, « renseigner et exploiter régulièrement le livret »; that a week wholly
 * in the centre or closed needs no entry is the centre’s rule.
 */
export function closedWeeksOf(
  calendar: AlternationCalendar,
  absent: readonly HalfDay[] = [],
): readonly string[] {
  const open = new Set(effectiveCompanyDays(calendar, absent).map(weekOf))
  const { start, end } = calendar.contract
  return weeksBetween(start, end).filter((week) => !open.has(week))
}

/** What `weekStates` needs to know of the calendar. */
export const weekCalendarOf = (
  calendar: AlternationCalendar,
  absent: readonly HalfDay[] = [],
): WeekCalendar => ({
  contract: calendar.contract,
  years: calendar.years,
  closedWeeks: closedWeeksOf(calendar, absent),
})
