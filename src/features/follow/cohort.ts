import type { LogbookId } from '#domain/identifiers.ts'
import { addWeeks, mondayOf } from '#domain/week.ts'
import { countWeeks, type WeekCounts } from '#domain/weekCounts.ts'
import type { WeekStatus } from '#domain/weekStates.ts'
import type { Followed } from './followed.ts'

export interface CohortRow {
  readonly logbookId: LogbookId
  readonly name: string
  readonly counts: WeekCounts
  /** One for each week of the axis; `null`: no contract then. */
  readonly weeks: readonly (WeekStatus | null)[]
}

/** Many apprentices on one axis of weeks. */
export interface Cohort {
  /** ISO weeks, from the first of anybody’s contract to the last. */
  readonly weeks: readonly string[]
  readonly rows: readonly CohortRow[]
  readonly counts: WeekCounts
  /** For each week which part of its expected entries is signed, from 0 to 1; `null`: none is expected. */
  readonly shares: readonly (number | null)[]
}

/** Everybody’s weeks on the same axis, in the order given. `thisWeek`: ISO week. */
export function cohortOf(
  apprentices: readonly Pick<Followed, 'logbookId' | 'name' | 'weeks'>[],
  thisWeek: string,
): Cohort {
  const weeks = axisOf(apprentices.flatMap((each) => each.weeks.map(({ week }) => week)))
  const rows = apprentices.map(({ logbookId, name, weeks: own }): CohortRow => {
    const byWeek = new Map(own.map((status) => [status.week, status]))
    return {
      ...{ logbookId, name, counts: countWeeks(own, thisWeek) },
      weeks: weeks.map((week) => byWeek.get(week) ?? null),
    }
  })
  const all = apprentices.flatMap((each) => each.weeks)
  const shares = weeks.map((_, at) => {
    const column = rows.flatMap((row) => row.weeks[at] ?? [])
    const { expected, signed } = countWeeks(column, thisWeek)
    return expected === 0 ? null : signed / expected
  })
  return { weeks, rows, counts: countWeeks(all, thisWeek), shares }
}

/** Every week from the first to the last, without a gap. */
function axisOf(known: readonly string[]): string[] {
  const sorted = [...new Set(known)].sort()
  const [first] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return []
  const weeks = [first]
  for (let week = addWeeks(first, 1); week <= last; week = addWeeks(week, 1)) weeks.push(week)
  return weeks
}

/** Months at which an axis of two years is marked: the beginning of a school year in any case. */
const MARKED = ['09', '01', '05']
const SCHOOL_YEAR = '09'
/** Weeks up to which there is room for three marks a year: two years and a summer on a laptop. */
const ROOMY = 120

/** Where on the axis a marked month begins. `month`: `2026-01`; `minor`: only where there is room. */
export function marksOf(weeks: readonly string[]) {
  // Several cohorts on one axis: their marks would stand on each other.
  const marked = weeks.length > ROOMY ? [SCHOOL_YEAR] : MARKED
  return weeks.flatMap((week, at) => {
    const month = mondayOf(week).slice(0, 7)
    const before = weeks[at - 1]
    const number = month.slice(5)
    if (before !== undefined && mondayOf(before).slice(0, 7) === month) return []
    return marked.includes(number) ? [{ at, month, minor: number !== SCHOOL_YEAR }] : []
  })
}
