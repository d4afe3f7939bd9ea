import { Hono } from 'hono'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'

/** Everything under `/sync/v1`. Each route is a module here beside, registered by one line below. */
export function syncRoutes(_deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  // push, pull, poke, files, export
  return app
}
