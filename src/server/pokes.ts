import type { News } from './exchange/news.ts'

/** A logbook moved on. `news`: what changed, where this process knows. */
export interface Poke {
  readonly logbookId: string
  readonly news: News | null
}

/** Tells open pages that a logbook moved on. */
export interface Pokes {
  readonly poke: (poke: Poke) => void
  /** Calls `listener` with each poke of these logbooks from now on; the answer ends it. */
  readonly listen: (logbookIds: ReadonlySet<string>, listener: (poke: Poke) => void) => () => void
}

/** Pokes within this process; what others committed comes in through `createPokeListener`. */
export function createPokes(): Pokes {
  // By logbook: of thousands of open pages, a push is about a few.
  const listeners = new Map<string, Set<(poke: Poke) => void>>()
  return {
    poke: (poke) => {
      for (const listener of listeners.get(poke.logbookId) ?? []) listener(poke)
    },
    listen: (logbookIds, listener) => {
      for (const id of logbookIds) {
        const own = listeners.get(id) ?? new Set()
        listeners.set(id, own.add(listener))
      }
      return () => {
        for (const id of logbookIds) {
          const own = listeners.get(id)
          own?.delete(listener)
          if (own?.size === 0) listeners.delete(id)
        }
      }
    },
  }
}
