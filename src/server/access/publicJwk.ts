import { createHash, createPublicKey } from 'node:crypto'
import * as z from 'zod/mini'
import type { PublicKey } from '#protocol/logbookFacts.ts'

/** The same shape as on the wire. */
export type PublicJwk = PublicKey

const coordinate = z.string().check(z.regex(/^[\w-]{43}$/u))

/**
 * Public half of a P-256 key (RFC 7517), and nothing else of it: whatever a browser adds
 * (`ext`, `key_ops`) is dropped. A private key, or a point that is not on the curve, is refused.
 */
export const publicJwkSchema = z.pipe(
  z
    .looseObject({
      kty: z.literal('EC'),
      crv: z.literal('P-256'),
      x: coordinate,
      y: coordinate,
      d: z.optional(z.never()),
    })
    .check(z.refine(isOnCurve)),
  z.transform(({ kty, crv, x, y }): PublicJwk => ({ kty, crv, x, y })),
)

/** RFC 7638 thumbprint: the same key has the same id everywhere. */
export function keyIdOf({ kty, crv, x, y }: PublicJwk): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
}

function isOnCurve({ kty, crv, x, y }: PublicJwk): boolean {
  try {
    createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' })
    return true
  } catch {
    return false
  }
}
