import type { Context } from 'hono'
import type { Configuration } from '#server/configuration.ts'
import type { Env } from '#server/env.ts'

/**
 * The network address that asks, for rate limits only. What `X-Forwarded-For` says counts only
 * behind a proxy of ours (`TRUST_PROXY=1`), and only its last entry: the others are hearsay.
 */
export function clientAddress(c: Context<Env>, { trustProxy }: Configuration): string {
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
  if (trustProxy && forwarded) return forwarded
  // Without a socket (a test), there is no address.
  const incoming = (c.env as Env['Bindings'] | undefined)?.incoming
  return incoming?.socket.remoteAddress ?? 'unknown'
}
