/** Time, as the exchange with the server waits for it: an argument, so that a test has its own. */
export interface Clock {
  /** Milliseconds since some moment. Only differences count, and nobody can set it. */
  readonly now: () => number
  /** Does `work` after `ms`; the answer calls it off. */
  readonly after: (ms: number, work: () => void) => () => void
}

export const deviceClock: Clock = {
  now: () => performance.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => {
      clearTimeout(timer)
    }
  },
}
