import type { FrameReport, TraceEvent } from './trace.ts'

/** Frames while a page was being scrolled. */
interface Frames {
  /** In which something new was to be seen, and was. */
  readonly shown: number
  /** In which something new was to be seen, and the one before stayed. */
  readonly dropped: number
  /** Shown, with a hole where the page was not painted yet. */
  readonly holes: number
}

/**
 * What the screen showed while a page was scrolled. One frame may be told of several times, by the
 * page and by who moves it: it was dropped if it never came to be seen.
 */
export function framesOf(trace: readonly TraceEvent[]): Frames {
  const bySequence = new Map<string, FrameReport[]>()
  for (const { name, ph, pid, args } of trace) {
    const frame = args?.frame_reporter
    if (name !== 'PipelineReporter' || ph !== 'b' || !frame) continue
    if (frame.scroll_state === 'SCROLL_NONE') continue
    const key = `${pid}/${frame.layer_tree_host_id}/${frame.frame_sequence}`
    bySequence.set(key, [...(bySequence.get(key) ?? []), frame])
  }
  const all = [...bySequence.values()]
  const isShown = ({ state }: FrameReport) => state.startsWith('STATE_PRESENTED')
  const isDropped = ({ state, affects_smoothness: felt }: FrameReport) =>
    state === 'STATE_DROPPED' && felt
  const shown = all.filter((reports) => reports.some(isShown))
  return {
    shown: shown.length,
    dropped: all.filter((reports) => !reports.some(isShown) && reports.some(isDropped)).length,
    holes: shown.filter((reports) => reports.some((each) => each.has_missing_content)).length,
  }
}
