import { addDays, daysBetween } from '../civilDate.ts'
import type { Path } from '../calendar/alternation.ts'
import { textOf } from '../content.ts'
import type { Content } from '../operation.ts'
import type { Period } from '../weekStates.ts'
import { worksOn } from './workWeeks.ts'

/**
 * What the contracts of a logbook change in the calendar of the cohort. `contracts`: contents of
 * versions, in order of their start; `span`: first and last day of the logbook.
 *
 * Who is taken on late comes to the centre from the first contract on, or earlier where the centre
 * had begun to train without one (Code du travail, art. L6222-12-1). Between two companies and in
 * a suspension, only the centre’s days stay (art. L6222-18-2).
 */
export function contractPath(contracts: readonly Content[], span: Period): Path {
  const [first] = contracts
  const centreStart = first ? textOf(first, 'centreStart') : ''
  const entersOn = centreStart !== '' && centreStart < span.start ? centreStart : span.start
  if (!first) return { entersOn }

  const withoutCompany: Period[] = []
  for (let at = 0; at <= daysBetween(span.start, span.end); at += 1) {
    const day = addDays(span.start, at)
    if (contracts.some((content) => worksOn(content, day))) continue
    const open = withoutCompany.at(-1)
    if (open && addDays(open.end, 1) === day) withoutCompany.splice(-1, 1, { ...open, end: day })
    else withoutCompany.push({ start: day, end: day })
  }
  return { entersOn, withoutCompany }
}
