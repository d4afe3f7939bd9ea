import { PUSH_MAX } from '#protocol/conversation.ts'

/** How much to send at once: a little on a network that fails, much on one that is quick. */
export interface Pace {
  /** Most operations of the next request. */
  readonly most: () => number
  /** Most that the request after it may carry, should that one be answered quickly. */
  readonly mostNext: () => number
  /** A request of `count` operations was answered after `ms`. */
  readonly answered: (count: number, ms: number) => void
  /** A request of `count` operations was not answered, or was too heavy. */
  readonly failed: (count: number) => void
}

/** About 50 kB of an ordinary week: half a minute at two kilobytes a second. */
const FIRST = 64
/** What a request should take at most, in ms: what was answered sooner leaves room for more. */
const QUICK = 2_000
/** At once never more than so many times as much, or as little. */
const FASTER = 8
const SLOWER = 4

export function createPace(): Pace {
  let most = FIRST
  return {
    most: () => most,
    mostNext: () => Math.min(PUSH_MAX, most * FASTER),
    answered: (count, ms) => {
      const within = Math.floor((count * QUICK) / Math.max(1, ms))
      most = Math.min(PUSH_MAX, Math.max(most, Math.min(within, most * FASTER)))
    },
    failed: (count) => {
      most = Math.max(1, Math.ceil(Math.min(most, count) / SLOWER))
    },
  }
}
