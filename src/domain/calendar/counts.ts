import type { Period } from '../weekStates.ts'
import type { AlternationCalendar } from './alternation.ts'
import { halfDaysAt, halves, places, type Day, type HalfDay, type Place } from './day.ts'

/** Half-days by place. */
export type Counts = Readonly<Record<Place, number>>

/** The half-days spent in one place, in order; `period` narrows them, both ends included. */
export function halfDaysOf(
  { days }: AlternationCalendar,
  place: Place,
  period?: Period,
): readonly HalfDay[] {
  return within(days, period).flatMap((day) =>
    halves.filter((half) => day[half] === place).map((half) => ({ date: day.date, half })),
  )
}

/** How many half-days each place has; they add up to twice the days. */
export const countsOf = ({ days }: AlternationCalendar, period?: Period): Counts =>
  count(within(days, period))

/** Hours of training, in minutes, so that half-days of any length add up exactly. */
export interface TrainingTime {
  /** What the calendar holds in all. */
  readonly planned: number
  /** What was held until the day asked for, the day included. */
  readonly held: number
  /** Of those, what the apprentice was there for. */
  readonly done: number
  /** What the programme asks for: 1,350 hours are 81,000. */
  readonly required: number
}

/**
 * How far the hours of the programme are. `today`: civil date. `missedMinutes`: what was missed
 * until then in the centre, see `absenceCounters`.
 *
 * Half-days in the centre count. Exam days do not, nor the revision days: art. L6222-35 adds them
 * to the hours of the contract. Source of the hours: programme sheet, « 1 350 heures (sur 2 ans) ».
 */
export function trainingTime(
  calendar: AlternationCalendar,
  { requiredHours, missedMinutes = 0 }: { requiredHours: number; missedMinutes?: number },
  today: string,
): TrainingTime {
  const minutesUntil = (date?: string) => {
    const until = date === undefined ? undefined : { start: '', end: date }
    return halfDaysOf(calendar, 'centre', until).length * calendar.minutesPerHalfDay
  }
  const held = minutesUntil(today)
  return {
    planned: minutesUntil(),
    held,
    done: Math.max(0, held - missedMinutes),
    required: requiredHours * 60,
  }
}

const within = (days: readonly Day[], period?: Period) =>
  period ? days.filter(({ date }) => period.start <= date && date <= period.end) : days

function count(days: readonly Day[]): Counts {
  const sum = (place: Place) => days.reduce((total, day) => total + halfDaysAt(day, place), 0)
  return Object.fromEntries(places.map((place) => [place, sum(place)])) as Record<Place, number>
}
