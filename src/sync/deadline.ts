import type { Clock } from './clock.ts'

/**
 * Does `work` with a signal that aborts when nothing has happened for `ms`, or with `outer`. Work
 * that goes on says so with `alive`. (`AbortSignal.any` is too new for the phones we are on.)
 */
export async function within<Result>(
  clock: Clock,
  ms: number,
  outer: AbortSignal,
  work: (signal: AbortSignal, alive: () => void) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  const abort = () => {
    controller.abort()
  }
  let callOff = clock.after(ms, abort)
  const alive = () => {
    callOff()
    callOff = clock.after(ms, abort)
  }
  outer.addEventListener('abort', abort)
  if (outer.aborted) abort()
  try {
    return await work(controller.signal, alive)
  } finally {
    callOff()
    outer.removeEventListener('abort', abort)
  }
}
