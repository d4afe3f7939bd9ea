import { weekOf } from '../week.ts'
import type { WeekCalendar } from '../weekStates.ts'
import type { AlternationCalendar } from './alternation.ts'
import { halves, sameHalfDay, type HalfDay } from './day.ts'

/**
 * The weeks of the contract without half a day in the company: there is nothing to tell, no entry
 * is expected, and the ribbon is grey. `absent`: half-days on which the apprentice was not there.
 * ISO weeks, in order.
 *
 * Source: programme sheet, « renseigner et exploiter régulièrement le livret »; that a week wholly
 * in the centre or closed needs no entry is the centre’s rule.
 */
export function closedWeeksOf(
  { days, contract }: AlternationCalendar,
  absent: readonly HalfDay[] = [],
): readonly string[] {
  const open = new Map<string, boolean>()
  for (const day of days) {
    const { date } = day
    if (date < contract.start || date > contract.end) continue
    const there = halves.some(
      (half) =>
        day[half] === 'company' && !absent.some((each) => sameHalfDay(each, { date, half })),
    )
    const week = weekOf(date)
    open.set(week, there || open.get(week) === true)
  }
  return [...open].filter(([, there]) => !there).map(([week]) => week)
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
