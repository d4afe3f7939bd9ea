import type { Clock } from '#sync/clock.ts'

/** A clock that stands still until somebody lets time pass. */
export interface VirtualClock extends Clock {
  /** Lets time pass up to the next thing that is due, but not beyond `end`; `false`: nothing was. */
  readonly step: (end: number) => boolean
  /** Lets so many ms pass; what becomes due on the way happens at its time. */
  readonly advance: (ms: number) => void
}

interface Timer {
  readonly at: number
  readonly work: () => void
}

export function createVirtualClock(): VirtualClock {
  let time = 0
  const due = new Set<Timer>()

  const step = (end: number): boolean => {
    let next: Timer | null = null
    for (const timer of due) if (timer.at <= end && timer.at < (next?.at ?? Infinity)) next = timer
    if (!next) return false
    due.delete(next)
    time = Math.max(time, next.at)
    next.work()
    return true
  }
  return {
    now: () => time,
    after: (ms, work) => {
      const timer = { at: time + ms, work }
      due.add(timer)
      return () => {
        due.delete(timer)
      }
    },
    step,
    advance: (ms) => {
      const end = time + ms
      while (step(end));
      time = end
    },
  }
}
