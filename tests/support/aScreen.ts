import { vi } from 'vitest'

/** A screen on which these media queries hold, and no other. Ends with the test’s globals. */
export function aScreen(...holding: readonly string[]): void {
  vi.stubGlobal('matchMedia', (media: string) =>
    Object.assign(new EventTarget(), { media, matches: holding.includes(media) }),
  )
}
