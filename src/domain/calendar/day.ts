import type { PublicHoliday } from './publicHolidays.ts'

/** The two halves of a day: before and after noon. */
export const halves = ['am', 'pm'] as const
export type Half = (typeof halves)[number]

/**
 * Where half a day is spent. `closed`: nobody is expected anywhere (leave, annual closing, or no
 * contract yet). `rest`: weekly rest.
 */
export const places = [
  'company',
  'centre',
  'exam',
  'revision',
  'closed',
  'holiday',
  'rest',
] as const
export type Place = (typeof places)[number]

/** One day: each half has one place. */
export interface Day {
  /** Civil date. */
  readonly date: string
  readonly am: Place
  readonly pm: Place
  /** The public holiday it is, also where it falls on a day of rest. */
  readonly holiday: PublicHoliday | null
}

/** Half of one day. */
export interface HalfDay {
  /** Civil date. */
  readonly date: string
  readonly half: Half
}

export const sameHalfDay = (one: HalfDay, other: HalfDay): boolean =>
  one.date === other.date && one.half === other.half

/** How many halves of a day are spent there: 0, 1 or 2. */
export const halfDaysAt = (day: Day, place: Place): number =>
  halves.filter((half) => day[half] === place).length
