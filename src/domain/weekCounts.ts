import type { WeekState, WeekStatus } from './weekStates.ts'

/** How the weeks of one apprentice stand, or of several together. */
export interface WeekCounts {
  /** Weeks of which an entry is expected by today, or there is one. */
  readonly expected: number
  readonly signed: number
  readonly sent: number
  /** Sent off on this device, and not with the server yet. */
  readonly kept: number
  readonly late: number
  /** Sent back by whoever read them. */
  readonly returned: number
}

/** Counts weeks by how far they are. `thisWeek`: ISO week of today. */
export function countWeeks(weeks: readonly WeekStatus[], thisWeek: string): WeekCounts {
  const count = (wanted: WeekState) => weeks.filter(({ state }) => state === wanted).length
  return {
    expected: weeks.filter(({ week, state }) => week <= thisWeek && state !== 'none').length,
    signed: count('signed'),
    sent: count('sent'),
    kept: count('kept'),
    late: count('late'),
    returned: count('returned'),
  }
}
