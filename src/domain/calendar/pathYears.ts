import type { Period } from '../weekStates.ts'
import type { Path } from './alternation.ts'

/** A year of training as one apprentice has it. */
export interface PathYear extends Period {
  /** Where the turns of the rhythm begin: with the cohort, whenever the apprentice enters. */
  readonly turnsFrom: string
}

/** The years of training of one apprentice: those of the cohort, cut and followed by what the path says. */
export function pathYears(years: readonly Period[], path: Path): readonly PathYear[] {
  const { entersOn = '', leavesOn = '9999-12-31', extraYears = [] } = path
  const own = years.map(({ start, end }) => ({
    start: start > entersOn ? start : entersOn,
    end: end < leavesOn ? end : leavesOn,
    turnsFrom: start,
  }))
  const extra = extraYears.map((year) => ({ ...year, turnsFrom: year.start }))
  return [...own.filter(({ start, end }) => start <= end), ...extra]
}
