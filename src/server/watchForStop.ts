/** A second signal counts as impatience only after so long, in milliseconds. */
const IMPATIENCE = 500

/**
 * Calls `stop` once, at the first sign that this process should end: Ctrl-C, `kill`, a closed
 * terminal, or the end of the npm that started us, whose shell does not pass signals on. A second
 * signal ends the process at once; the next start clears what that leaves.
 */
export function watchForStop(stop: () => void): void {
  let since: number | null = null
  const onSignal = (): void => {
    if (since === null) {
      since = performance.now()
      stop()
      // npm passes on the Ctrl-C that we got from the terminal already.
    } else if (performance.now() - since > IMPATIENCE) process.exit(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)

  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent && since === null) onSignal()
  }, 500).unref()
}
