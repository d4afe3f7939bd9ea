import type { Browser, Page } from '@playwright/test'

/** One line of what a browser tells of its own work; times in microseconds. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string; readonly frame_reporter?: FrameReport }
}

/** What became of one turn of the screen, by the part of the browser that puts pages together. */
export interface FrameReport {
  readonly frame_sequence: number
  readonly layer_tree_host_id: number
  readonly state: string
  readonly scroll_state: string
  readonly affects_smoothness: boolean
  readonly has_missing_content: boolean
}

/** What the browser tells while `work` is done: of tasks, of collecting memory and of frames. */
export async function traceDuring(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<readonly TraceEvent[]> {
  const frames = 'disabled-by-default-devtools.timeline.frame'
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', '__metadata', frames],
  })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[]
  }
  return traceEvents
}
