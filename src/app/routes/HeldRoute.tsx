import type { Actor } from '#domain/rights.ts'
import { HeldScreen } from '#features/held/HeldScreen.tsx'
import type { HeldState } from '#features/held/settling.ts'
import { useHeldPaths } from '#features/held/useHeldPaths.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import type { BookRow } from '#store/database.ts'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { fetchHeld, settleIn } from '../heldServer.ts'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/a-trancher`. */
export function HeldRoute() {
  return <BookRoute>{(book, actor) => <Held key={book.id} book={book} actor={actor} />}</BookRoute>
}

interface Props {
  readonly book: BookRow
  readonly actor: Actor
}

function Held({ book: { id, facts }, actor: { logbookId } }: Props) {
  const { db, sync } = useWorkspace()
  const [state, setState] = useState<HeldState>({ kind: 'loading' })
  const [asked, setAsked] = useState(0)
  // The network that comes back is asked at once.
  const isOffline = useStore(sync.state, ({ phase }) => phase === 'offline')

  useEffect(() => {
    const leaving = new AbortController()
    void fetchHeld(id, leaving.signal).then((next) => {
      if (!leaving.signal.aborted) setState(next)
    })
    return () => {
      leaving.abort()
    }
  }, [id, asked, isOffline])

  const items = state.kind === 'ok' ? state.list.items : undefined
  return (
    <HeldScreen
      state={state}
      name={apprenticeName(facts)}
      pathOf={useHeldPaths(db, logbookId, items)}
      onSettle={useMemo(() => settleIn(id), [id])}
      onRetry={() => {
        setAsked((times) => times + 1)
      }}
    />
  )
}
