import type { DocumentId } from '#domain/identifiers.ts'
import type { Content, Operation } from '#domain/operation.ts'
import { mayBegin, type Actor } from '#domain/rights.ts'
import { changesOf } from '#features/calendar/changes.ts'
import { ChangesScreen } from '#features/calendar/ChangesScreen.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useDocuments } from '#features/parts/useDocuments.ts'
import { useOwnCalendar } from '#features/parts/useOwnCalendar.ts'
import type { BookRow } from '#store/database.ts'
import { useMemo } from 'react'
import { Navigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/calendrier/modifier`, for the centre. */
export function CalendarChangesRoute() {
  return <BookRoute>{(book, actor) => <Changes book={book} actor={actor} />}</BookRoute>
}

function Changes({ book: { facts }, actor }: { readonly book: BookRow; readonly actor: Actor }) {
  const { db, now, newDocumentId, newIntent, act } = useWorkspace()
  const { calendar, tryOut } = useOwnCalendar(db, facts, actor)
  const documents = useDocuments(db, 'individualPath', actor.logbookId)
  const changes = useMemo(() => documents && changesOf(documents), [documents])
  if (!mayBegin(actor, 'individualPath')) {
    return <Navigate to={`/livret/${actor.logbookId}/calendrier`} replace />
  }

  /** One after the other, until one is refused: what was written before stays. */
  const perform = async (operations: readonly Operation[]): Promise<Problem | null> => {
    for (const operation of operations) {
      const refusal = await act(operation, { ...actor, at: now() })
      if (refusal !== null) return refusal
    }
    return null
  }
  const publish = (documentId: DocumentId, set: Content): Operation[] => [
    { ...newIntent(), documentId, kind: 'individualPath', type: 'patch', set, seen: {} },
    { ...newIntent(), documentId, kind: 'individualPath', type: 'publish' },
  ]
  return (
    <ChangesScreen
      calendar={calendar}
      changes={changes}
      facts={facts}
      actor={actor}
      tryOut={tryOut}
      onSend={(change) => perform(publish(newDocumentId(), change))}
      onCancel={({ document: { id: documentId } }) =>
        perform([
          { ...newIntent(), documentId, kind: 'individualPath', type: 'amend' },
          ...publish(documentId, { cancelled: 'yes' }),
        ])
      }
    />
  )
}
