/** Chance that can be had again: the same seed draws the same. */
export interface Random {
  /** From 0 to 1, without 1. */
  readonly next: () => number
  /** A whole number from 0 to `end`, without `end`. */
  readonly below: (end: number) => number
  /** Whether something happens that happens so often, from 0 to 1. */
  readonly chance: (often: number) => boolean
  readonly pick: <Each>(list: readonly Each[]) => Each
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for one world. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    chance: (often) => next() < often,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to choose from')
      return list[below(list.length)] as (typeof list)[number]
    },
  }
}
