import { rolesOn } from '#domain/membership.ts'
import { maySettle } from '#domain/rights.ts'
import { ApprenticesScreen } from '#features/follow/ApprenticesScreen.tsx'
import { useFollowed } from '#features/follow/useFollowed.ts'
import { HeldNotice, type HeldBook } from '#features/held/HeldNotice.tsx'
import { apprenticeName } from '#features/parts/personName.ts'
import { useBooks } from '#features/parts/useDocuments.ts'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { fetchHeldCounts } from '../heldServer.ts'
import { useWorkspace } from '../workspace.ts'

/** `/` of a trainer or coordinator. */
export function TrainerHomeRoute() {
  const { db, person, today } = useWorkspace()
  const day = today()
  const coordinates = (useBooks(db) ?? []).some(({ facts }) =>
    rolesOn(facts.members, person.id, day).includes('coordinator'),
  )
  return (
    <ApprenticesScreen
      apprentices={useFollowed(db, person.id, day)}
      today={day}
      opensLogbooks={coordinates}
      notice={<HeldNotice books={useHeldBooks()} />}
    />
  )
}

/** Where something waits for this person’s decision. Only the server knows: none without a network. */
function useHeldBooks(): readonly HeldBook[] {
  const { db, person, today, sync } = useWorkspace()
  const day = today()
  const own = useBooks(db)?.filter(({ facts }) => maySettle(facts.members, person.id, day)) ?? []
  const settles = own.length > 0
  const isOffline = useStore(sync.state, ({ phase }) => phase === 'offline')
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map())

  useEffect(() => {
    if (!settles) return
    const leaving = new AbortController()
    void fetchHeldCounts(leaving.signal).then((logbooks) => {
      if (logbooks && !leaving.signal.aborted) {
        setCounts(new Map(logbooks.map(({ id, count }) => [id, count])))
      }
    })
    return () => {
      leaving.abort()
    }
  }, [settles, isOffline])

  return own.flatMap(({ id: logbookId, facts }) => {
    const count = counts.get(logbookId) ?? 0
    return count > 0 ? [{ logbookId, name: apprenticeName(facts), count }] : []
  })
}
