import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Configuration } from '#server/configuration.ts'
import { SESSION_LIFE } from './session.ts'

/** The cookie that carries the session's token. `__Host-` (https) keeps it from sister sites. */
const shapeOf = ({ publicUrl }: Configuration) => {
  const secure = publicUrl?.startsWith('https:') ?? false
  return { name: secure ? '__Host-livret' : 'livret', secure }
}

/** The token this request came with, or `null`. */
export function readSessionCookie(c: Context, configuration: Configuration): string | null {
  return getCookie(c, shapeOf(configuration).name) ?? null
}

/**
 * Gives the browser the token. The cookie outlasts the session on purpose: the server slides the
 * session's end by itself, so that no GET ever has to set a cookie.
 */
export function writeSessionCookie(c: Context, configuration: Configuration, token: string): void {
  const { name, secure } = shapeOf(configuration)
  setCookie(c, name, token, {
    secure,
    httpOnly: true,
    // Strict would lose the session at the first tap that comes from a mail.
    sameSite: 'Lax',
    path: '/',
    maxAge: SESSION_LIFE / 1000,
  })
}

/** Takes the token back from the browser. */
export function clearSessionCookie(c: Context, configuration: Configuration): void {
  const { name, secure } = shapeOf(configuration)
  deleteCookie(c, name, { secure, path: '/' })
}
