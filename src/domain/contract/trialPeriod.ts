/** The first days in the company, in which either side may leave. */
export interface TrialPeriod {
  /** Effective days in the company until the day asked for, 45 at most. */
  readonly done: number
  readonly left: number
  /** The 45th day, the last on which either side may leave; `null` where it is not planned yet. */
  readonly lastDay: string | null
  /** Whether either side may still leave on the day asked for. */
  readonly free: boolean
}

/** Days: Code du travail, art. L6222-18, al. 1 (loi 2015-994 of 17 August 2015). */
const TRIAL_DAYS = 45

/**
 * Where the trial period stands on a day.
 *
 * It is the first 45 days, consecutive or not, of practical training that really took place:
 * `companyDays` are the days in the company, in any order, planned ones too, without those of the
 * centre, of absence, of leave or of a suspension. A day with one half in the company counts as
 * one (no text; it is a day of training in the company).
 */
export function trialPeriod(companyDays: readonly string[], on: string): TrialPeriod {
  const days = [...new Set(companyDays)].sort().slice(0, TRIAL_DAYS)
  const done = days.filter((day) => day <= on).length
  const lastDay = days[TRIAL_DAYS - 1] ?? null
  return {
    done,
    left: TRIAL_DAYS - done,
    lastDay,
    free: lastDay === null || on <= lastDay,
  }
}
