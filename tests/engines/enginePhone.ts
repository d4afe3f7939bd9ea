/** A browser of one engine, as far as the journeys of all engines need it. Elements are named by XPath. */
export interface EnginePhone {
  /** Opens a page of the app; starts the browser where it does not run. */
  readonly goto: (path: string) => Promise<void>
  /** What an expression gives in the page, which has to be JSON. Promises are waited for. */
  readonly read: <Value>(expression: string) => Promise<Value>
  /** Taps what is there, or comes within a while. */
  readonly tap: (xpath: string) => Promise<void>
  /** Taps a field and types, key by key, at its end. */
  readonly type: (xpath: string, text: string) => Promise<void>
  readonly reload: () => Promise<void>
  /** Ends the browser at once, as a battery does; what it had on its disk stays. `null`: it keeps nothing. */
  readonly kill: (() => Promise<void>) | null
  /** Ends it, and removes all that it had. */
  readonly remove: () => Promise<void>
}

/** What every engine is started with: where people are, and the phone in their hand. */
export interface EnginePhoneOptions {
  /** Address of the app, without a slash at its end. */
  readonly url: string
}

export const VIEWPORT = { width: 360, height: 740 }

/** Longest that something may take to come, in ms. */
const COMES_WITHIN = 30_000

/** Asks again until the answer is the one that is waited for. */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  isRight: (value: Value) => boolean,
  what: string,
): Promise<Value> {
  const end = Date.now() + COMES_WITHIN
  for (;;) {
    const value = await ask().catch((error: unknown) => {
      if (Date.now() > end) throw error
      return undefined
    })
    if (value !== undefined && isRight(value)) return value
    if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** So long the same, in ms, and nothing more is on its way. */
const RESTS = 3_000

/** The answer, once it no longer changes. */
export async function atRest<Value>(ask: () => Promise<Value>): Promise<Value> {
  let known = await ask()
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, RESTS))
    const value = await ask()
    if (value === known) return value
    known = value
  }
}
