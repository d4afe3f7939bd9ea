import type { CentreState } from '#features/centre/opening.ts'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { fetchCentre } from './centreServer.ts'
import { useWorkspace } from './workspace.ts'

/**
 * The centre that this person coordinates: only the server knows. It is asked once, and again when
 * the network is back or `again` is called; what it once said stays. `asks`: whether to ask at all.
 */
export function useCentre(asks = true): {
  readonly state: CentreState
  readonly again: () => void
} {
  const { sync } = useWorkspace()
  const isOffline = useStore(sync.state, ({ phase }) => phase === 'offline')
  const [state, setState] = useState<CentreState>({ kind: 'asking' })
  const [tries, setTries] = useState(0)
  const isKnown = state.kind === 'ok'

  useEffect(() => {
    if (!asks || isKnown) return
    const leaving = new AbortController()
    void fetchCentre(leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) setState(answer)
    })
    return () => {
      leaving.abort()
    }
  }, [asks, isKnown, isOffline, tries])

  return {
    state,
    again: () => {
      setState({ kind: 'asking' })
      setTries((before) => before + 1)
    },
  }
}
