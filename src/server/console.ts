import type { Log } from './deps.ts'

/** One French line for whoever reads the terminal. */
export function say(line: string): void {
  console.log(line)
}

/** The same, for what went wrong. */
export function complain(line: string): void {
  console.error(line)
}

/**
 * Writes one JSON line for each event when `all` is set; otherwise only what went wrong, on the
 * error output. Of an error, its name, message and place: PostgreSQL's `detail`, which quotes what
 * people wrote, stays out.
 */
export function createLog({ all, now }: { all: boolean; now: () => Date }): Log {
  return (event, error) => {
    const quiet = event.event === 'answer'
    if (!all && quiet) return
    const reason =
      error instanceof Error
        ? { error: error.name, reason: error.message, at: error.stack?.split('\n')[1]?.trim() }
        : {}
    const line = JSON.stringify({ time: now().toISOString(), ...event, ...reason })
    if (all) console.log(line)
    else console.error(line)
  }
}
