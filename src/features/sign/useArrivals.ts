import { useEffect, useEffectEvent, useRef } from 'react'
import type { WaitingWeek } from './useSignatureQueue.ts'

/** Calls back with the weeks that have come, or come anew, while the page was open. */
export function useArrivals(
  weeks: readonly WaitingWeek[],
  onArrival: (arrived: readonly WaitingWeek[]) => void,
): void {
  const known = useRef<ReadonlySet<string>>(undefined)
  const tell = useEffectEvent(onArrival)

  useEffect(() => {
    const before = known.current
    known.current = new Set(weeks.map(({ version }) => version.hash))
    const arrived = before ? weeks.filter(({ version }) => !before.has(version.hash)) : []
    if (arrived.length > 0) tell(arrived)
  }, [weeks])
}
