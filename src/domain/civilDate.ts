/**
 * Days of the civil calendar, as ISO 8601 strings: `2025-10-06`. They compare as text. All functions
 * are pure, know no time zone, and throw a RangeError on what is no date: ask `isCivilDate` first.
 */

const DAY = 86_400_000
const MONTHS_A_YEAR = 12
/** Years in which somebody lives who has to do with an apprenticeship. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2199

const toTime = (date: string) => Date.parse(`${date}T00:00:00Z`)
const toDate = (time: number) => new Date(time).toISOString().slice(0, 10)

/** Whether `text` is a real day, `2026-02-30` being none, of the years 1900 to 2199. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  const year = Number(text.slice(0, 4))
  if (year < FIRST_YEAR || year > LAST_YEAR) return false
  const time = toTime(text)
  return !Number.isNaN(time) && toDate(time) === text
}

export const addDays = (date: string, days: number): string => toDate(toTime(date) + days * DAY)

/** Days from `from` to `to`: 1 for the day after, negative where `to` comes first. */
export const daysBetween = (from: string, to: string): number => (toTime(to) - toTime(from)) / DAY

/** Days since Monday: 0 on Monday, 6 on Sunday. */
export const weekday = (date: string): number => (new Date(toTime(date)).getUTCDay() + 6) % 7

/**
 * The same day of the month, `months` (whole, may be negative) later; the last day of the month
 * where that has no such day: 31 August + 6 months is 28 February.
 *
 * Source: Code de procédure civile, art. 641, al. 2 («à défaut d’un quantième identique, le délai
 * expire le dernier jour du mois»); nothing in the Code du travail says otherwise.
 */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).getTime()
  const next = new Date(Date.UTC(year, month + months, 1)).getTime()
  const daysInMonth = (next - first) / DAY
  return toDate(first + (Math.min(day, daysInMonth) - 1) * DAY)
}

export const addYears = (date: string, years: number): string =>
  addMonths(date, years * MONTHS_A_YEAR)

/**
 * Whole months from `from` to `to`, date to date: the greatest `n` with `addMonths(from, n) <= to`.
 * Negative where `to` comes first.
 */
export function monthsBetween(from: string, to: string): number {
  const index = (date: string) =>
    Number(date.slice(0, 4)) * MONTHS_A_YEAR + Number(date.slice(5, 7))
  const months = index(to) - index(from)
  return addMonths(from, months) <= to ? months : months - 1
}

/** The first day of the month after that of `date`, also where `date` is itself a first. */
export const firstOfNextMonth = (date: string): string => addMonths(`${date.slice(0, 7)}-01`, 1)

/**
 * Age in whole years on a day; negative before the birth. Whoever is born on 29 February is a year
 * older on 28 February of the years that have no 29th: circulaire of 25 July 2013 on the electoral
 * lists («au dernier jour de février»), as quoted by Centre Presse Aveyron, 27 February 2024.
 */
export const ageOn = (birthDate: string, date: string): number =>
  Math.floor(monthsBetween(birthDate, date) / MONTHS_A_YEAR)

/** The day on which somebody reaches an age in years, counted as in `ageOn`. */
export const birthdayOf = (birthDate: string, age: number): string => addYears(birthDate, age)
