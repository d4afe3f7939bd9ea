import type { ChildProcess } from 'node:child_process'

/** Ends a browser that was started with a group of its own, and all its helpers. */
export async function endBrowser(
  browser: ChildProcess | null,
  signal: NodeJS.Signals,
): Promise<void> {
  if (browser?.pid === undefined || browser.exitCode !== null || browser.signalCode !== null) return
  const gone = new Promise((ended) => browser.once('exit', ended))
  process.kill(-browser.pid, signal)
  await gone
}
