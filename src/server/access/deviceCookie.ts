import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { DeviceId } from '#domain/identifiers.ts'
import { deviceId } from '#protocol/identifier.ts'
import type { Configuration } from '#server/configuration.ts'

/** The cookie that names this browser’s device. It opens nothing. */
const shapeOf = ({ publicUrl }: Configuration) => {
  const secure = publicUrl?.startsWith('https:') ?? false
  return { name: secure ? '__Host-livret-device' : 'livret-device', secure }
}

/** Browsers keep no cookie longer. */
const LIFE_SECONDS = 400 * 86_400

/**
 * The device this browser was, or `null`. A browser short of room deletes databases and leaves
 * cookies: one without the other tells that words may have been lost.
 */
export function readDeviceCookie(c: Context, configuration: Configuration): DeviceId | null {
  const read = deviceId.safeParse(getCookie(c, shapeOf(configuration).name))
  return read.success ? read.data : null
}

export function writeDeviceCookie(c: Context, configuration: Configuration, id: DeviceId): void {
  const { name, secure } = shapeOf(configuration)
  setCookie(c, name, id, {
    ...{ secure, httpOnly: true, sameSite: 'Lax', path: '/', maxAge: LIFE_SECONDS },
  })
}

export function clearDeviceCookie(c: Context, configuration: Configuration): void {
  const { name, secure } = shapeOf(configuration)
  deleteCookie(c, name, { secure, path: '/' })
}
