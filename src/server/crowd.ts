/** So many devices a small server lets in a second, and the longest wait it asks for, in seconds. */
const A_SECOND = 25
const WAIT_MAX = 180
/** Who was turned away for so long, in ms, counts among those who will come back together. */
const TOGETHER_MS = 10_000

/** How many were turned away lately. */
export interface Crowd {
  /** Counts one more. Gives the seconds until so many have been let in, 180 at most. */
  readonly add: () => number
}

/** `now`: ms of a clock that never goes back. */
export function createCrowd(now: () => number = () => performance.now()): Crowd {
  let since = now()
  let before = 0
  let lately = 0
  return {
    add: () => {
      const passed = now() - since
      if (passed > TOGETHER_MS) {
        before = passed > 2 * TOGETHER_MS ? 0 : lately
        lately = 0
        since += passed
      }
      lately += 1
      return Math.min(WAIT_MAX, Math.ceil(Math.max(before, lately) / A_SECOND))
    },
  }
}
