import { Hono } from 'hono'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { outageOf } from '#server/storage/outage.ts'
import { stopped, unavailable } from '#server/unavailable.ts'

/**
 * `GET /health/live`: 200 while the process answers at all; asks nothing of the database, so that
 * a slow database does not get a healthy server killed.
 * `GET /health/ready`: 200 when requests can be served · 503 `stopping` · 503 `no-database` ·
 * 429 `busy`.
 */
export function health({ pool, stopping, log }: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/live', (c) => c.json({ live: true }))
  app.get('/ready', async (c) => {
    if (stopping.aborted) return stopped()
    try {
      await pool.query('select from migration limit 1')
      return c.json({ ready: true })
    } catch (error) {
      log({ event: 'not-ready' }, error)
      return unavailable(outageOf(error) ?? 'no-database')
    }
  })
  return app
}
