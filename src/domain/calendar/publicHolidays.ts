import { addDays } from '../civilDate.ts'

/** Jour férié, by its English name; the screens have the French one. */
export type PublicHoliday =
  | 'new-year'
  | 'good-friday'
  | 'easter-monday'
  | 'labour-day'
  | 'victory-1945'
  | 'ascension'
  | 'whit-monday'
  | 'bastille-day'
  | 'assumption'
  | 'all-saints'
  | 'armistice-1918'
  | 'christmas'
  | 'second-christmas-day'

export interface HolidayOptions {
  /** Good Friday and 26 December as well: Haut-Rhin, Bas-Rhin, Moselle. */
  readonly alsaceMoselle?: boolean
}

/** Public holidays on fixed days: Code du travail, art. L3133-1. */
const fixed: readonly (readonly [monthDay: string, name: PublicHoliday])[] = [
  ['01-01', 'new-year'],
  ['05-01', 'labour-day'],
  ['05-08', 'victory-1945'],
  ['07-14', 'bastille-day'],
  ['08-15', 'assumption'],
  ['11-01', 'all-saints'],
  ['11-11', 'armistice-1918'],
  ['12-25', 'christmas'],
]

/** Public holidays that move with Easter Sunday, in days after it: art. L3133-1. */
const movable: readonly (readonly [days: number, name: PublicHoliday])[] = [
  [1, 'easter-monday'],
  [39, 'ascension'],
  [50, 'whit-monday'],
]

/**
 * Easter Sunday of a year of the Gregorian calendar, as a civil date.
 *
 * Source: Jean Meeus, Astronomical Algorithms, chapter 8 (the algorithm of Butcher, 1876); the
 * letters are those of the book.
 */
export function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

/**
 * The public holidays of a year in metropolitan France, by civil date, in order.
 *
 * Sources: Code du travail, art. L3133-1; for Alsace and Moselle art. L3134-13, which gives Good
 * Friday only where there is a Protestant church or a mixed one: the centre says it by the option.
 * The days that commemorate the abolition of slavery overseas (art. L3422-2) are not in it.
 */
export function publicHolidaysOf(
  year: number,
  { alsaceMoselle = false }: HolidayOptions = {},
): ReadonlyMap<string, PublicHoliday> {
  const easter = easterSunday(year)
  const local: [string, PublicHoliday][] = [
    [addDays(easter, -2), 'good-friday'],
    [`${year}-12-26`, 'second-christmas-day'],
  ]
  const days: [string, PublicHoliday][] = [
    ...fixed.map(([monthDay, name]): [string, PublicHoliday] => [`${year}-${monthDay}`, name]),
    ...movable.map(([days, name]): [string, PublicHoliday] => [addDays(easter, days), name]),
    ...(alsaceMoselle ? local : []),
  ]
  return new Map(days.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Asks about one day after the other; the holidays of a year are computed once. */
export function createHolidayLookup(
  options: HolidayOptions = {},
): (date: string) => PublicHoliday | null {
  const years = new Map<number, ReadonlyMap<string, PublicHoliday>>()
  return (date) => {
    const year = Number(date.slice(0, 4))
    const known = years.get(year) ?? publicHolidaysOf(year, options)
    years.set(year, known)
    return known.get(date) ?? null
  }
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
