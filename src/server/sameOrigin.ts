import type { MiddlewareHandler } from 'hono'
import type { Configuration } from '#server/configuration.ts'
import { problem } from '#server/problem.ts'

/**
 * Refuses what another site makes a browser send: 403 `foreign-origin`. Everything but GET, HEAD
 * and OPTIONS must say that it comes from our own pages (`Sec-Fetch-Site`, or `Origin` where a
 * browser does not send it), and a body must be JSON, which a form of another site cannot send;
 * only a PUT carries a file as it is.
 */
export function sameOrigin({ publicUrl }: Configuration): MiddlewareHandler {
  return async (c, next) => {
    const { method } = c.req
    if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') {
      await next()
      return undefined
    }

    const own = publicUrl ?? new URL(c.req.url).origin
    const isOurs = comesFrom(own, c.req.header('Sec-Fetch-Site'), c.req.header('Origin'))
    const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
    const isOurType = method === 'PUT' || type === 'application/json' || type === undefined
    if (!isOurs || !isOurType)
      return problem(403, 'foreign-origin', 'Cette demande ne vient pas de Livret.')
    await next()
    return undefined
  }
}

function comesFrom(own: string, site: string | undefined, origin: string | undefined): boolean {
  if (site !== undefined) return site === 'same-origin'
  if (origin === undefined || !URL.canParse(origin)) return false
  // A proxy that ends TLS hands us http with the same name.
  return new URL(origin).host === new URL(own).host
}
