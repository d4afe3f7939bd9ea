import type { MiddlewareHandler } from 'hono'
import type { Deps } from './deps.ts'
import { unavailable } from './unavailable.ts'

/** So many requests may wait for a connection to the database; more would only wait in vain. */
const WAITING_MAX = 200

/**
 * Turns requests away while the queue in front of the database is full: 429 `busy`. Who is turned
 * away costs nothing, and who was let in is answered in time.
 */
export const admission =
  ({ pool }: Pick<Deps, 'pool'>): MiddlewareHandler =>
  async (_, next) => {
    if (pool.waitingCount >= WAITING_MAX) return unavailable('busy')
    await next()
    return undefined
  }
