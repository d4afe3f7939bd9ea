import type { Browser, Page } from '@playwright/test'

/** A task on the page’s own thread, in ms: on the clock, and of work of that thread itself. */
interface Task {
  readonly wall: number
  readonly own: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/**
 * The tasks of a page’s own thread during `work`, longest first. What else the machine does makes a
 * task long on the clock, not in work.
 */
export async function tasksDuring(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<readonly Task[]> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[]
  }
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  )
  return traceEvents
    .filter(({ name, pid, tid }) => TASK.test(name) && threads.has(`${pid}/${tid}`))
    .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1_000, own: tdur / 1_000 }))
    .sort((one, other) => other.own - one.own)
}

const TASK = /^ThreadControllerImpl::RunTask$/u
