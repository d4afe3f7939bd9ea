import { PUSH_MAX } from '#protocol/conversation.ts'

/** How much to send at once: a little on a network that fails, much on one that is quick. */
export interface Pace {
  /** Most operations of the next request. */
  readonly most: () => number
  /** A request of that many operations was answered after `ms`. */
  readonly answered: (ms: number) => void
  /** A request of `count` operations was not answered, or was too heavy. */
  readonly failed: (count: number) => void
}

/** About 50 kB of an ordinary week: half a minute at two kilobytes a second. */
const FIRST = 64
/** An answer within this time, in ms, leaves room for more. */
const QUICK = 2_000
const STEP = 4

export function createPace(): Pace {
  let most = FIRST
  return {
    most: () => most,
    answered: (ms) => {
      if (ms < QUICK) most = Math.min(PUSH_MAX, most * STEP)
    },
    failed: (count) => {
      most = Math.max(1, Math.ceil(Math.min(most, count) / STEP))
    },
  }
}
