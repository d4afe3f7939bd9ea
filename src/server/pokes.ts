import type { News } from './exchange/news.ts'

/** A logbook moved on. `news`: what changed, where this process knows. */
export interface Poke {
  readonly logbookId: string
  readonly news: News | null
}

/** Tells open pages that a logbook moved on. */
export interface Pokes {
  readonly poke: (poke: Poke) => void
  /** Calls `listener` with each poke from now on; the answer ends it. */
  readonly listen: (listener: (poke: Poke) => void) => () => void
}

/** Pokes within this process; what others committed comes in through `createPokeListener`. */
export function createPokes(): Pokes {
  const listeners = new Set<(poke: Poke) => void>()
  return {
    poke: (poke) => {
      for (const listener of listeners) listener(poke)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
