import { Hono } from 'hono'
import { clearDeviceCookie } from '#server/access/deviceCookie.ts'
import { findPerson } from '#server/access/person.ts'
import { requireSession } from '#server/access/requireSession.ts'
import { closeSession } from '#server/access/session.ts'
import { clearSessionCookie, readSessionCookie } from '#server/access/sessionCookie.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'

/**
 * `GET /api/v1/session`: 200 `{ person, demo }` · 401 `{ code: 'signed-out', message, demo }`.
 *
 * `DELETE /api/v1/session`: 204, also for who was signed out already. It never asks the browser
 * to clear its data: what was written and not sent is there.
 */
export function session(deps: Deps): Hono<Env> {
  const { pool, configuration, isDemo } = deps
  const app = new Hono<Env>()

  app.get('/', requireSession(deps), async (c) =>
    c.json({ person: await findPerson(pool, c.get('session').personId), demo: isDemo }),
  )

  app.delete('/', async (c) => {
    const token = readSessionCookie(c, configuration)
    if (token !== null) await closeSession(pool, token)
    clearSessionCookie(c, configuration)
    clearDeviceCookie(c, configuration)
    return c.body(null, 204)
  })

  return app
}
