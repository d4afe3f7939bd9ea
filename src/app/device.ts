import { uuidV7 } from '#domain/uuid.ts'

/** The one place that reads this device’s clock and makes identifiers. */

/** UTC instant, `2026-11-20T15:02:13.120Z`. */
export const now = (): string => new Date().toISOString()

/** Civil date of today in the device’s zone, `2026-11-20`. */
export function today(): string {
  const date = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** A new identifier of its own brand (UUIDv7). */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names which id it is
export const newId = <Id extends string>(): Id =>
  uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16))) as Id

/** What a person would call this browser: “Chrome, Android”. Only shown to its owner. */
export function deviceLabel(): string {
  const agent = navigator.userAgent
  const browser = /Firefox|Edg|SamsungBrowser|Chrome|Safari/u.exec(agent)?.[0] ?? 'Navigateur'
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/u.exec(agent)?.[0]
  return system ? `${browser}, ${system}` : browser
}
