/**
 * Does `work` with a signal that aborts after `ms`, or with `outer`. Its timer ends with the work.
 * (`AbortSignal.any` is too new for the phones we are on.)
 */
export async function within<Result>(
  ms: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  const abort = () => {
    controller.abort()
  }
  const timer = setTimeout(abort, ms)
  outer.addEventListener('abort', abort)
  if (outer.aborted) abort()
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
    outer.removeEventListener('abort', abort)
  }
}
