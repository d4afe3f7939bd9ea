import type { MotiveSide } from '#domain/absences/motiveId.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import { halves, type Half, type HalfDay } from '#domain/calendar/day.ts'
import { addDays, daysBetween, isCivilDate, weekday } from '#domain/civilDate.ts'

/** Longest absence that is declared at once, in days: a quarter. Longer ones are declared in parts. */
export const DAYS_MAX = 92

const SATURDAY = 5

/** What is wrong with a period as it was typed. */
export type PeriodProblem = 'day' | 'order' | 'too-long' | 'weekend'

/** The working half-days of a period, or what is wrong with it. `part`: which half of each day. */
export function halfDaysBetween(
  from: string,
  until: string,
  part: Half | 'whole',
): readonly HalfDay[] | PeriodProblem {
  if (!isCivilDate(from) || !isCivilDate(until)) return 'day'
  if (until < from) return 'order'
  const days = daysBetween(from, until) + 1
  if (days > DAYS_MAX) return 'too-long'
  const found = Array.from({ length: days }, (_, index) => addDays(from, index))
    .filter((date) => weekday(date) < SATURDAY)
    .flatMap((date) =>
      halves
        .filter((half) => part === 'whole' || part === half)
        .map((half): HalfDay => ({ date, half })),
    )
  return found.length > 0 ? found : 'weekend'
}

/**
 * The sides that waited on any of these half-days, and are told why. `calendar`: `null`, where nobody
 * has said when the cohort is where; then it is for the person to say.
 */
export function sidesOf(
  halfDays: readonly HalfDay[],
  calendar: AlternationCalendar | null,
): readonly MotiveSide[] {
  const days = new Map(calendar?.days.map((day) => [day.date, day]))
  const places = new Set(halfDays.map(({ date, half }) => days.get(date)?.[half]))
  const atCentre = places.has('centre') || places.has('exam') || places.has('revision')
  return [
    ...(atCentre ? (['centre'] as const) : []),
    ...(places.has('company') ? (['company'] as const) : []),
  ]
}
