import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/** First wait before a part is asked for again, in ms; doubled each time. */
const WAIT_FIRST = 2_000
const WAIT_MAX = 60_000

/**
 * A part of the app that is fetched when it is needed. Where it cannot be had (no network, and the
 * worker has not kept it yet) it is asked for again: when the network is back, when somebody looks
 * at the page, and by the clock. Rejects only if the part itself is broken.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  for (let wait = WAIT_FIRST; ; wait = Math.min(2 * wait, WAIT_MAX)) {
    try {
      return await load()
    } catch (error) {
      if (!isNotFetched(error)) throw error
    }
    await somethingChanges(wait)
  }
}

/** A screen, or a piece of one, that is fetched when it is shown; see `loadPart`. */
export const lazyPart = <Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => ({ default: await loadPart(load) }))

/** Whether a part could not be fetched, in the words of Chrome and Firefox, or of Safari. */
export const isNotFetched = (error: unknown): boolean =>
  error instanceof TypeError &&
  /dynamically imported module|importing a module script failed/iu.test(error.message)

/** Resolves when it may be worth another try, after `wait` ms at the latest. */
function somethingChanges(wait: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      document.removeEventListener('visibilitychange', look)
      resolve()
    }
    const look = () => {
      if (document.visibilityState === 'visible') done()
    }
    const timer = setTimeout(done, wait)
    window.addEventListener('online', done)
    document.addEventListener('visibilitychange', look)
  })
}
