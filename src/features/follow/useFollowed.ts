import type { PersonId } from '#domain/identifiers.ts'
import { requestKinds } from '#domain/awaitingSignature.ts'
import { interviewKinds } from '#domain/interviewKinds.ts'
import { calendarKinds } from '#features/parts/calendarOf.ts'
import { readBooks } from '#features/parts/readBooks.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments } from '#store/documents.ts'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { followedOf, type Followed } from './followed.ts'

/** The apprentices of this person, who needs help first. `undefined` while they are read. */
export function useFollowed(
  db: LogbookDb,
  personId: PersonId,
  today: string,
): readonly Followed[] | undefined {
  // One read for each kind, not for each logbook.
  const shelf = useLiveQuery(async () => {
    const [books, ...lists] = await Promise.all([
      readBooks(db),
      listDocuments(db, 'entry'),
      listDocuments(db, 'visit'),
      ...[
        ...interviewKinds,
        'section' as const,
        'individualSection' as const,
        ...calendarKinds,
        ...requestKinds,
      ].map((kind) => listDocuments(db, kind)),
    ])
    return { books, documents: lists.flat() }
  }, [db])
  return useMemo(() => shelf && followedOf(shelf, personId, today), [shelf, personId, today])
}
