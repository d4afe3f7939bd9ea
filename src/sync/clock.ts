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
    if (ms <= 0) return inNextTask(work)
    const timer = setTimeout(work, ms)
    return () => {
      clearTimeout(timer)
    }
  },
}

/** A timer of none would take 4 ms where it was set by another timer (HTML, timer nesting level). */
function inNextTask(work: () => void): () => void {
  const { port1: ear, port2: mouth } = new MessageChannel()
  ear.onmessage = () => {
    ear.close()
    work()
  }
  mouth.postMessage(null)
  return () => {
    ear.onmessage = null
    ear.close()
  }
}
