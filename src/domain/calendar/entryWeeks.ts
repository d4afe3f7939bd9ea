import { weekOf } from '../week.ts'
import type { WeekCalendar } from '../weekStates.ts'
import type { AlternationCalendar } from './alternation.ts'
import { halfDaysAt } from './day.ts'

/**
 * The weeks of the contract without half a day in the company: there is nothing to tell, no entry
 * is expected, and the ribbon is grey. ISO weeks, in order.
 *
 * Source: programme sheet, « renseigner et exploiter régulièrement le livret »; that a week wholly
 * in the centre or closed needs no entry is the centre’s rule.
 */
export function closedWeeksOf({ days, contract }: AlternationCalendar): readonly string[] {
  const companyHalves = new Map<string, number>()
  for (const day of days) {
    if (day.date < contract.start || day.date > contract.end) continue
    const week = weekOf(day.date)
    companyHalves.set(week, (companyHalves.get(week) ?? 0) + halfDaysAt(day, 'company'))
  }
  return [...companyHalves].filter(([, count]) => count === 0).map(([week]) => week)
}

/** What `weekStates` needs to know of the calendar. */
export const weekCalendarOf = (calendar: AlternationCalendar): WeekCalendar => ({
  contract: calendar.contract,
  years: calendar.years,
  closedWeeks: closedWeeksOf(calendar),
})
