import { useCallback, useLayoutEffect, useRef } from 'react'

/** So long after a change, in ms, nobody has seen what lies under their finger. */
const UNSEEN = 800

/**
 * Tells whether what is `shown` has stood still for long enough to be seen: the second half of a
 * double tap must not meet what has moved up into its place, nor a tap what came in its stead.
 */
export function useSteady(shown: string): () => boolean {
  const before = useRef(shown)
  const changedAt = useRef(-Infinity)
  useLayoutEffect(() => {
    if (before.current === shown) return
    before.current = shown
    changedAt.current = performance.now()
  }, [shown])
  return useCallback(() => performance.now() - changedAt.current > UNSEEN, [])
}
