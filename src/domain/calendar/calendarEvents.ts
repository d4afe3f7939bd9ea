import type { LogbookId } from '../identifiers.ts'
import type { AlternationCalendar } from './alternation.ts'
import type { Day } from './day.ts'
import type { CalendarEvent } from './ical.ts'

/**
 * The events of one apprentice’s calendar for `icalendar`: one for each day that `summaryOf` has
 * words for, where `null` leaves it out. Their UIDs are made of the date and the logbook alone:
 * whoever imports the file again after a day was moved has the day once, and reads no name in it.
 */
export function calendarEvents(
  { days }: AlternationCalendar,
  logbookId: LogbookId,
  summaryOf: (day: Day) => string | null,
): readonly CalendarEvent[] {
  return days.flatMap((day) => {
    const summary = summaryOf(day)
    return summary === null ? [] : [{ uid: `${day.date}.${logbookId}`, date: day.date, summary }]
  })
}
