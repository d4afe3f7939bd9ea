import { sameHalfDay, halves, type HalfDay } from './day.ts'
import type { AlternationCalendar } from './alternation.ts'

/** Days of practical training in which either party may break the contract freely. */
const TRIAL_DAYS = 45

export interface CompanyTime {
  /** Half-days of the company, of a calendar. */
  readonly calendar: AlternationCalendar
  /** Half-days on which the apprentice was not there. */
  readonly absent: readonly HalfDay[]
}

/** How much of a day’s work in the company makes it one of the 45. */
export type TrialCount = 'begun-days' | 'whole-days'

export interface TrialPeriod {
  /** Days of practical training until `today`, in halves where `whole-days` are counted. */
  readonly done: number
  readonly of: number
  /** The 45th day, as the calendar stands; `null`: the contract ends before. */
  readonly lastDay: string | null
}

/**
 * Période d’essai: how far the first 45 days in the company are.
 *
 * Source: Code du travail, art. L6222-18 (« quarante-cinq premiers jours, consécutifs ou non, de
 * formation pratique en entreprise »): days in the centre and absences do not count. Whether half
 * a day is a day the article leaves open. `begun-days`, the default, is the careful reading for
 * whoever wants to leave freely: the period ends no later. `whole-days` adds halves up.
 */
export function trialPeriod(
  { calendar, absent }: CompanyTime,
  today: string,
  count: TrialCount = 'begun-days',
): TrialPeriod {
  const { contract, days } = calendar
  let sum = 0
  let done = 0
  let lastDay: string | null = null
  for (const day of days) {
    const { date } = day
    if (date < contract.start || date > contract.end) continue
    const worked = halves.filter(
      (half) =>
        day[half] === 'company' && !absent.some((each) => sameHalfDay(each, { date, half })),
    ).length
    sum += count === 'begun-days' ? Math.min(worked, 1) : worked / 2
    if (date <= today) done = Math.min(sum, TRIAL_DAYS)
    if (sum >= TRIAL_DAYS) {
      lastDay = date
      break
    }
  }
  return { done, of: TRIAL_DAYS, lastDay }
}
