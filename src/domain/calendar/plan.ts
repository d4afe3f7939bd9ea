import type { Period } from '../weekStates.ts'
import type { Half, Place } from './day.ts'
import type { HolidayOptions } from './publicHolidays.ts'
import type { Zone } from './zoneHolidays.ts'

/** In the order of `weekday`: Monday is 0. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** Half a day of any week: `wed-am`. */
export type WeekHalf = `${Weekday}-${Half}`

/** Rythme de l’alternance: which half-days of a week are spent in the centre. */
export interface Rhythm {
  /** The centre’s half-days of one week; several weeks take turns from the start of each year. */
  readonly weeks: readonly (readonly WeekHalf[])[]
  /** How long half a day in the centre is. */
  readonly minutesPerHalfDay: number
}

/** A place for the working days of a period, instead of what the rhythm says. */
export interface PlannedPeriod extends Period {
  readonly place: Exclude<Place, 'holiday' | 'rest'>
  /** Only these halves of its days; absent: both. */
  readonly half?: Half
}

/** When a cohort is where: data of the programme and its centre. */
export interface CohortPlan {
  /** Years of training, in order. */
  readonly years: readonly Period[]
  readonly rhythm: Rhythm
  /** Of two that hold the same half-day, the later in the list counts. */
  readonly periods: readonly PlannedPeriod[]
  /** Zone of the school holidays that are shown beside it; absent: none are. */
  readonly zone?: Zone | undefined
  /** Public holidays where the centre is, beside those of everywhere. */
  readonly holidays?: HolidayOptions | undefined
}
