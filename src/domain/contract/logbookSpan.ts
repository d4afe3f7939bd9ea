import type { Path } from '../calendar/alternation.ts'
import { textOf } from '../content.ts'
import type { Content } from '../operation.ts'
import type { Period } from '../weekStates.ts'

/** Longer than any path with its extensions, in years: a mistyped date must not make a ribbon without an end. */
const YEARS_MAX = 8

/**
 * From when until when there is something to tell: the logbook’s own dates, moved by what its
 * documents say. It ends with the last contract, extended or not, and never before a year that was
 * added; where no contract is copied, with the training that was shortened. A breach does not end it:
 * the centre goes on for six months (Code du travail, art. L6222-18-2), and another company may come.
 *
 * Sources: art. L6222-7-1, L6222-11, L6222-12 (duration, extension); R6222-47 and R6222-49
 * (disability).
 */
export function logbookSpan(
  { start, end }: Period,
  contracts: readonly Content[],
  { leavesOn = end, extraYears = [] }: Path,
): Period {
  const latest = `${Number(start.slice(0, 4)) + YEARS_MAX}${start.slice(4)}`
  const dates = (...keys: string[]) =>
    contracts.flatMap((each) => keys.map((key) => textOf(each, key)).find((date) => date) ?? [])
  const ends = dates('extendedEnd', 'end')
  const last = ends.length > 0 ? ends : [leavesOn < end ? leavesOn : end]
  const ordered = [...last, ...extraYears.map((year) => year.end)].filter((date) => date < latest)
  return {
    start: [start, ...dates('start')].sort()[0] ?? start,
    end: ordered.sort().at(-1) ?? end,
  }
}
