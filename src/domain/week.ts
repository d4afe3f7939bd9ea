/**
 * Weeks and days of the civil calendar, as ISO 8601 strings: `2025-W41`, `2025-10-06`. Weeks begin
 * on Monday. All functions are pure and know no time zone.
 */

const DAY = 86_400_000
/** Years in which a logbook can exist; outside, a week or date is a mistake. */
const FIRST_YEAR = 2000
const LAST_YEAR = 2099

const toTime = (date: string) => Date.parse(`${date}T00:00:00Z`)
const toDate = (time: number) => new Date(time).toISOString().slice(0, 10)

/** Whether `date` is a real day, `2026-02-30` being none, of a year a logbook can be in. */
export function isDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return false
  const year = Number(date.slice(0, 4))
  if (year < FIRST_YEAR || year > LAST_YEAR) return false
  const time = toTime(date)
  return !Number.isNaN(time) && toDate(time) === date
}

/** Whether `week` is a real ISO week, `2026-W54` being none, of a year a logbook can be in. */
export function isWeek(week: string): boolean {
  if (!/^\d{4}-W\d{2}$/u.test(week)) return false
  const year = Number(week.slice(0, 4))
  if (year < FIRST_YEAR || year > LAST_YEAR) return false
  const number = weekNumber(week)
  return number >= 1 && number <= 53 && weekOf(mondayOf(week)) === week
}

/** 41 for `2025-W41`. */
export const weekNumber = (week: string): number => Number(week.slice(6))

export const addDays = (date: string, days: number): string => toDate(toTime(date) + days * DAY)

/** The Monday of an ISO week. 4 January is always in week 1 (ISO 8601). */
export function mondayOf(week: string): string {
  const fourth = toTime(`${week.slice(0, 4)}-01-04`)
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7
  return toDate(fourth - weekday * DAY + (weekNumber(week) - 1) * 7 * DAY)
}

/** The ISO week of a date. */
export function weekOf(date: string): string {
  const time = toTime(date)
  const weekday = (new Date(time).getUTCDay() + 6) % 7
  // The Thursday decides to which year a week belongs (ISO 8601).
  const thursday = time + (3 - weekday) * DAY
  const year = new Date(thursday).getUTCFullYear()
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

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
