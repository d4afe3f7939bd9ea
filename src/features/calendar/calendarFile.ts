import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import { calendarEvents } from '#domain/calendar/calendarEvents.ts'
import { halves, type Day } from '#domain/calendar/day.ts'
import { icalendar } from '#domain/calendar/ical.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { texts } from './texts.ts'

interface Options {
  readonly logbookId: LogbookId
  /** Shown by the other calendar. */
  readonly name: string
  /** UTC instant. */
  readonly at: string
  readonly t: Pick<(typeof texts)['fr'], 'event' | 'halfDay'>
}

const told = ['centre', 'exam', 'revision'] as const

/** The text of an iCalendar file with the days in the centre; the company’s days are left out. */
export const calendarFile = (
  calendar: AlternationCalendar,
  { logbookId, name, at, t }: Options,
): string =>
  icalendar({ name, at, events: calendarEvents(calendar, logbookId, (day) => summaryOf(day, t)) })

function summaryOf(day: Day, t: Options['t']): string | null {
  const parts = told.flatMap((place) => {
    const there = halves.filter((half) => day[half] === place)
    const [half] = there
    if (half === undefined) return []
    return [there.length === 2 ? t.event[place] : `${t.event[place]} ${t.halfDay[half]}`]
  })
  return parts.length === 0 ? null : parts.join(', ')
}
