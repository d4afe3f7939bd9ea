/** A sign-in code that was asked for and not typed yet. */
export interface PendingCode {
  readonly requestId: string
  readonly email: string
}

const KEY = 'livret-code'

/** As long as the server takes the code, in ms. */
const LIFE = 10 * 60_000

/**
 * Who goes to read the mail leaves the app, and phones close what is not in sight: the request is
 * kept, so that its code can be typed into the page that opens again.
 */
export function rememberCode(pending: PendingCode, at: number): void {
  localStorage.setItem(KEY, JSON.stringify({ ...pending, at }))
}

export function forgetCode(): void {
  localStorage.removeItem(KEY)
}

/** The code that still can be typed, or `null`. Whatever stands there, the page opens. */
export function recallCode(now: number): PendingCode | null {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Stored | null
    const { requestId, email, at } = stored ?? {}
    if (typeof requestId !== 'string' || typeof email !== 'string' || typeof at !== 'number') {
      return null
    }
    return Math.abs(now - at) < LIFE ? { requestId, email } : null
  } catch {
    return null
  }
}

interface Stored {
  readonly requestId?: unknown
  readonly email?: unknown
  readonly at?: unknown
}
