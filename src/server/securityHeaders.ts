import type { MiddlewareHandler } from 'hono'
import type { Configuration } from '#server/configuration.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  // Sounds are played from this device alone.
  'media-src blob:',
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types livret',
]

/** The headers that every answer carries, errors too. A header a route set itself stays. */
export function securityHeaders({ publicUrl }: Configuration): MiddlewareHandler {
  // Both would lock people out of a server that has no certificate.
  const isHttps = publicUrl?.startsWith('https:') ?? false
  const headers = {
    'Content-Security-Policy': [...policy, ...(isHttps ? ['upgrade-insecure-requests'] : [])].join(
      '; ',
    ),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=()',
    ...(isHttps ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  }
  return async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}
