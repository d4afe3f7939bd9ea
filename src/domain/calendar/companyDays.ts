import type { AlternationCalendar } from './alternation.ts'
import { halves, sameHalfDay, type HalfDay } from './day.ts'

/**
 * The days of practical training in the company, in order: those of the contract with at least
 * half a day there that the apprentice did not miss. Future ones are those of the calendar.
 *
 * They are what the trial period counts. Source: Code du travail, art. L6222-18
 * (« quarante-cinq premiers jours, consécutifs ou non, de formation pratique en entreprise »): the
 * centre’s days and absences do not count. Whether half a day is a day no text says; it is one
 * here, so that the period never ends later than either side may think.
 */
export function effectiveCompanyDays(
  { days }: AlternationCalendar,
  absent: readonly HalfDay[] = [],
): readonly string[] {
  return days
    .filter((day) =>
      halves.some(
        (half) =>
          day[half] === 'company' &&
          !absent.some((each) => sameHalfDay(each, { date: day.date, half })),
      ),
    )
    .map(({ date }) => date)
}
