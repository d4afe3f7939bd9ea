import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { problem } from '#server/problem.ts'

export interface Limit {
  /** Names what is counted; part of the key. */
  readonly name: string
  /** How many are let through in `seconds`. */
  readonly points: number
  readonly seconds: number
}

/**
 * Counts one more of `limit` for `key`. Gives `null` when it may go on, else the seconds to wait.
 * The count is in PostgreSQL, so that several servers share it.
 */
export type RateLimit = (limit: Limit, key: string) => Promise<number | null>

/** Counts in the table `rate_limit`. Expired rows go away by themselves. */
export function createRateLimit(pool: pg.Pool): RateLimit {
  const limiters = new Map<string, RateLimiterPostgres>()
  return async (limit, key) => {
    const limiter =
      limiters.get(limit.name) ??
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: limit.name,
        points: limit.points,
        duration: limit.seconds,
      })
    limiters.set(limit.name, limiter)
    try {
      await limiter.consume(key)
      return null
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000)
      throw refused
    }
  }
}

/** 429 `too-many-tries`: to be tried again in `wait` seconds. */
export const tooManyTries = (wait: number, message: string): Response =>
  problem(429, 'too-many-tries', message, { headers: { 'Retry-After': String(wait) } })
