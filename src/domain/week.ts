/**
 * Weeks and days of the civil calendar, as ISO 8601 strings: `2025-W41`, `2025-10-06`. Weeks begin
 * on Monday. All functions are pure and know no time zone.
 */

import { addDays, daysBetween, isCivilDate, weekday } from './civilDate.ts'

/** Years in which a logbook can exist; outside, a week or date is a mistake. */
const FIRST_YEAR = 2000
const LAST_YEAR = 2099

const isLogbookYear = (text: string) => {
  const year = Number(text.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** Whether `date` is a real day, `2026-02-30` being none, of a year a logbook can be in. */
export const isDate = (date: string): boolean => isCivilDate(date) && isLogbookYear(date)

/** Whether `week` is a real ISO week, `2026-W54` being none, of a year a logbook can be in. */
export function isWeek(week: string): boolean {
  if (!/^\d{4}-W\d{2}$/u.test(week) || !isLogbookYear(week)) return false
  const number = weekNumber(week)
  return number >= 1 && number <= 53 && weekOf(mondayOf(week)) === week
}

/** 41 for `2025-W41`. */
export const weekNumber = (week: string): number => Number(week.slice(6))

/** Reckons once: the lists of three hundred apprentices ask a hundred times for the same few weeks. */
const once = (reckon: (text: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>()
  return (text) => {
    const answer = known.get(text) ?? reckon(text)
    known.set(text, answer)
    return answer
  }
}

/** The Monday of an ISO week. 4 January is always in week 1 (ISO 8601). */
export const mondayOf = once((week) => {
  const fourth = `${week.slice(0, 4)}-01-04`
  return addDays(fourth, (weekNumber(week) - 1) * 7 - weekday(fourth))
})

/** Monday and Sunday of an ISO week. */
export function daysOfWeek(week: string): readonly [monday: string, sunday: string] {
  const monday = mondayOf(week)
  return [monday, addDays(monday, 6)]
}

/** The ISO week of a date. */
export const weekOf = once((date) => {
  // The Thursday decides to which year a week belongs (ISO 8601).
  const thursday = addDays(date, 3 - weekday(date))
  const year = thursday.slice(0, 4)
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
})

export const addWeeks = (week: string, count: number): string =>
  weekOf(addDays(mondayOf(week), count * 7))

/** Every ISO week that holds a day of the period, both ends included, in order. */
export function weeksBetween(firstDate: string, lastDate: string): string[] {
  const weeks: string[] = []
  if (firstDate > lastDate) return weeks
  for (let week = weekOf(firstDate); mondayOf(week) <= lastDate; week = addWeeks(week, 1)) {
    weeks.push(week)
  }
  return weeks
}
