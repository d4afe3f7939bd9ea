import type { Browser, Page } from '@playwright/test'
import { traceDuring, type TraceEvent } from './trace.ts'

/**
 * A task on the page’s own thread, in ms: on the clock, of work of that thread itself, and how much of
 * that was the browser’s own collecting of memory.
 */
interface Task {
  readonly wall: number
  readonly own: number
  readonly collecting: number
}

/** The tasks of a page’s own thread during `work`, see `tasksOf`. */
export const tasksDuring = async (
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<readonly Task[]> => tasksOf(await traceDuring(browser, page, work))

/**
 * The tasks of a page’s own thread, longest first. What else the machine does makes a task long on the
 * clock, not in work.
 */
export function tasksOf(traceEvents: readonly TraceEvent[]): readonly Task[] {
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  )
  const collected = traceEvents.filter(({ name }) => COLLECTING.test(name))
  const isIn = (part: TraceEvent, { pid, tid, ts, dur = 0 }: TraceEvent) =>
    part.pid === pid && part.tid === tid && part.ts >= ts && part.ts < ts + dur
  return traceEvents
    .filter(({ name, pid, tid }) => TASK.test(name) && threads.has(`${pid}/${tid}`))
    .map((task) => {
      const parts = collected.filter((part) => isIn(part, task))
      const collecting = parts.reduce((sum, { tdur = 0 }) => sum + tdur, 0)
      const { dur = 0, tdur = 0 } = task
      return { wall: dur / 1_000, own: tdur / 1_000, collecting: collecting / 1_000 }
    })
    .sort((one, other) => other.own - one.own)
}

const TASK = /^ThreadControllerImpl::RunTask$/u
const COLLECTING = /^M(?:aj|in)orGC$/u
