import { textOf } from '../content.ts'
import type { Content } from '../operation.ts'
import type { Period } from '../weekStates.ts'
import type { Path } from './alternation.ts'
import type { Half, HalfDay } from './day.ts'
import type { Exchange } from './exchange.ts'
import type { PlannedPeriod } from './plan.ts'

/** What one apprentice may have otherwise than the cohort. */
export const pathChanges = ['late-entry', 'shortened', 'extended', 'moved', 'period'] as const

/**
 * What the documents of kind `individualPath` change in the calendar of the cohort. `contents`: of
 * versions, in the order in which they were written; of two that contradict each other, the later
 * one counts. What is not whole, or was cancelled, changes nothing.
 *
 * `late-entry`: training begins on `from`. `shortened`: it ends on `from`. `extended`: a year more,
 * `from` to `until`. `moved`: two half-days change places. `period`: one place for its days.
 */
export function individualPath(contents: readonly Content[]): Path {
  const periods: PlannedPeriod[] = []
  const exchanges: Exchange[] = []
  const extraYears: Period[] = []
  let ends: Pick<Path, 'entersOn' | 'leavesOn'> = {}
  for (const content of contents) {
    const text = (key: string) => textOf(content, key)
    const [start, half, place] = [text('from'), text('half'), text('place')]
    const end = text('until') || start
    if (text('cancelled') !== '' || end < start) continue
    switch (text('change')) {
      case 'late-entry':
        ends = { ...ends, entersOn: start }
        break
      case 'shortened':
        ends = { ...ends, leavesOn: start }
        break
      case 'extended':
        extraYears.push({ start, end })
        break
      case 'moved': {
        const [one, other] = [halfDay(start, half), halfDay(text('otherOn'), text('otherHalf'))]
        if (one && other) exchanges.push({ one, other })
        break
      }
      case 'period':
        if (place !== '') {
          const own = { start, end, place: place as PlannedPeriod['place'] }
          periods.push(half === '' ? own : { ...own, half: half as Half })
        }
        break
      default:
    }
  }
  return { ...ends, extraYears, periods, exchanges }
}

const halfDay = (date: string, half: string): HalfDay | null =>
  date === '' || half === '' ? null : { date, half: half as Half }
