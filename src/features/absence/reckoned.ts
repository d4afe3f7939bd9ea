import { assessAbsence, type MissedHalfDay } from '#domain/absences/absence.ts'
import type { LateHalfDay, Lateness } from '#domain/absences/counters.ts'
import type { MotiveSide } from '#domain/absences/motiveId.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import type { ShownAbsence } from './absences.ts'

/** What one side’s half-days come to, as far as the reader may know. */
export interface Reckoned {
  readonly missed: readonly MissedHalfDay[]
  readonly late: readonly (Lateness & LateHalfDay)[]
}

/**
 * The half-days of one side that were missed, and the lateness on them; what was taken back is left
 * out. Where the reader was told no reason, it counts as none. `today`: civil date.
 */
export function reckonedOf(
  absences: readonly ShownAbsence[],
  side: MotiveSide,
  calendar: AlternationCalendar,
  today: string,
): Reckoned {
  const counted = absences.filter(({ cancelled }) => !cancelled)
  const halvesOf = ({ halfDays, told }: ShownAbsence) => {
    const { motive, proofSeen } = told[side] ?? { motive: 'unknown' as const, proofSeen: null }
    const all = assessAbsence({ motive, halfDays, proofSeen }, calendar, today)
    return all.filter(({ place }) => place === side)
  }
  return {
    missed: counted.filter(({ minutes }) => minutes === null).flatMap(halvesOf),
    late: counted.flatMap((each) =>
      each.minutes === null
        ? []
        : halvesOf(each).map(({ date, half, status, pay }) => ({
            ...{ date, half, pay, minutes: each.minutes ?? 0 },
            justified: status === 'justified',
          })),
    ),
  }
}
