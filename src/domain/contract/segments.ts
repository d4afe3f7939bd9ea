import { addDays } from '../civilDate.ts'
import type { Period } from '../weekStates.ts'

/** Days that begin on `from`; `until` is the last one, `null` where none is known. */
export interface Span {
  readonly from: string
  readonly until: string | null
}

export const holds = ({ from, until }: Span, day: string): boolean =>
  from <= day && (until === null || day <= until)

/**
 * `period` cut where any of the spans begins or ends, in order: within a piece, nothing changes.
 * Spans that end before they begin cut nothing.
 */
export function segments(period: Period, spans: readonly Span[]): Period[] {
  const begins = spans.flatMap(({ from, until }) =>
    until === null ? [from] : until < from ? [] : [from, addDays(until, 1)],
  )
  const within = begins.filter((day) => period.start < day && day <= period.end)
  const starts = period.start > period.end ? [] : [period.start, ...new Set(within.sort())]
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return { start, end: next ? addDays(next, -1) : period.end }
  })
}
