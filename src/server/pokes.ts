import type { PersonId } from '#domain/identifiers.ts'
import type { News } from './exchange/news.ts'

/** A logbook moved on. `news`: what changed, where this process knows. */
export interface Poke {
  readonly logbookId: string
  readonly news: News | null
  /** Who came into it: their pages do not listen to it yet. */
  readonly newcomers?: readonly PersonId[]
}

/** Tells open pages that a logbook moved on. */
export interface Pokes {
  readonly poke: (poke: Poke) => void
  /**
   * Calls `listener` with each poke of these logbooks, and of those into which these people come,
   * from now on; the answer ends it.
   */
  readonly listen: (ids: ReadonlySet<string>, listener: (poke: Poke) => void) => () => void
}

/** Pokes within this process; what others committed comes in through `createPokeListener`. */
export function createPokes(): Pokes {
  // By logbook or person: of thousands of open pages, a push is about a few.
  const listeners = new Map<string, Set<(poke: Poke) => void>>()
  return {
    poke: (poke) => {
      const { logbookId, newcomers = [] } = poke
      // Who hears it may listen to more from then on.
      const heard = new Set(
        [logbookId, ...newcomers].flatMap((id) => [...(listeners.get(id) ?? [])]),
      )
      for (const listener of heard) listener(poke)
    },
    listen: (ids, listener) => {
      const own = [...ids]
      for (const id of own) {
        const all = listeners.get(id) ?? new Set()
        listeners.set(id, all.add(listener))
      }
      return () => {
        for (const id of own) {
          const all = listeners.get(id)
          all?.delete(listener)
          if (all?.size === 0) listeners.delete(id)
        }
      }
    },
  }
}
