import type { MiddlewareHandler } from 'hono'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { findSession } from './session.ts'
import { readSessionCookie } from './sessionCookie.ts'

/**
 * Lets only signed-in people through, and gives the route `c.get('session')`. Everybody else:
 * 401 `{ code: 'signed-out', message, demo }`.
 */
export function requireSession(deps: Deps): MiddlewareHandler<Env> {
  const { pool, now, configuration } = deps
  return async (c, next) => {
    const token = readSessionCookie(c, configuration)
    const session = token === null ? null : await findSession(pool, token, now())
    if (!session) return signedOut(deps)
    c.set('session', session)
    await next()
    return undefined
  }
}

/** 401 `signed-out`: nobody is signed in, or not who asks. */
export const signedOut = ({ isDemo }: Pick<Deps, 'isDemo'>): Response =>
  problem(401, 'signed-out', 'Vous n’êtes pas connecté.', { demo: isDemo })
