import { weekday } from '../civilDate.ts'
import type { AlternationCalendar } from './alternation.ts'
import { halves, type Day, type Place } from './day.ts'

/** The months that a calendar has days in, in order: `2025-10`. */
export const monthsOf = ({ days }: AlternationCalendar): readonly string[] => [
  ...new Set(days.map(({ date }) => date.slice(0, 7))),
]

/** The days of a month on which somebody is expected or would be: weekly rest is left out. */
export const daysOfMonth = ({ days }: AlternationCalendar, month: string): readonly Day[] =>
  days.filter((day) => day.date.startsWith(month) && halves.some((half) => day[half] !== 'rest'))

/** The next days of which at least half is spent in one of `places`, `today` included; `most` of them. */
export const nextDays = (
  { days }: AlternationCalendar,
  places: readonly Place[],
  today: string,
  most: number,
): readonly Day[] =>
  days
    .filter((day) => day.date >= today && halves.some((half) => places.includes(day[half])))
    .slice(0, most)

/** Column of a day in a week, from 1 for Monday. */
export const columnOf = ({ date }: Day): number => weekday(date) + 1
