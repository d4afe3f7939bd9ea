/** Tells open pages that a logbook moved on, so that they pull. Carries ids only, never content. */
export interface Pokes {
  readonly poke: (logbookId: string) => void
  /** Calls `listener` with the id of each logbook poked from now on; the answer ends it. */
  readonly listen: (listener: (logbookId: string) => void) => () => void
}

/** Pokes within this process: enough while one process serves everybody. */
export function createPokes(): Pokes {
  const listeners = new Set<(logbookId: string) => void>()
  return {
    poke: (logbookId) => {
      for (const listener of listeners) listener(logbookId)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
