/** A record of the floor and of the peers: one of our documents, as the server sends it. */
export interface BenchRecord {
  readonly id: string
  readonly logbookId: string
  readonly kind: string
  readonly [field: string]: unknown
}

/** One way to hold records on a device and to exchange them with a server. Times in ms. */
export interface Contender {
  /** From an empty device until everything can be listed. Gives how long, and how many there are. */
  readonly firstPull: () => Promise<{ readonly ms: number; readonly count: number }>
  /** From the first request until each of so many records written offline is confirmed. */
  readonly push: (
    texts: readonly string[],
  ) => Promise<{ readonly prepare: number; readonly push: number }>
  /** Each of so many writes until it is durable. */
  readonly write: (texts: readonly string[]) => Promise<number[]>
  /** Lists one logbook, again and again. Before, the device holds what `firstPull` brought. */
  readonly listOne: (times: number) => Promise<{ readonly ms: number[]; readonly count: number }>
  /** Holds ten times as much. */
  readonly grow: (times: number) => Promise<void>
  /** Listens; calls back with the moment (ms since 1970) at which something new can be shown. */
  readonly watch: (onShown: (at: number) => void) => Promise<void>
  /** Decides something, and sends it; gives the moment before. */
  readonly decide: (n: number) => Promise<number>
}

/** This moment in ms since 1970, finer than `Date.now()`. */
export const moment = (): number => performance.timeOrigin + performance.now()

export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}
