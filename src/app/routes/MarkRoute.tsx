import type { DocumentId } from '#domain/identifiers.ts'
import type { Actor } from '#domain/rights.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { MarkScreen } from '#features/marks/MarkScreen.tsx'
import { useProgramme } from '#features/parts/useProgramme.ts'
import type { BookRow } from '#store/database.ts'
import { Navigate, useParams, useSearchParams } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { useOwnDocument } from './useOwnDocument.ts'

/** `/livret/:logbookId/resultats/:documentId`; the id of a new mark names nothing yet. */
export function MarkRoute() {
  const documentId = (useParams()['documentId'] ?? '') as DocumentId
  return (
    <BookRoute>
      {(book, actor) => (
        <MarkOf key={documentId} documentId={documentId} book={book} actor={actor} />
      )}
    </BookRoute>
  )
}

interface Props {
  readonly documentId: DocumentId
  readonly book: BookRow
  readonly actor: Actor
}

function MarkOf({ documentId, book: { id, facts }, actor }: Props) {
  const { today } = useWorkspace()
  const list = `/livret/${id}/resultats`
  const programme = useProgramme(facts)
  const [query] = useSearchParams()
  const former = query.has('gardee')
  const own = useOwnDocument('mark', documentId, actor, list)
  if (programme === null) return <Navigate to={list} replace />
  if (!programme || own.document === undefined) return <NoLogbookScreen reading />
  return (
    <MarkScreen
      actor={actor}
      programme={programme}
      document={own.document}
      draft={own.draft}
      former={former}
      today={today()}
      onPublish={() => own.finish('publish')}
      onDiscard={() => own.finish('discard')}
      onTakeBack={() => {
        own.draft.set('cancelled', 'yes')
        return own.finish('publish')
      }}
      onResolve={own.resolve}
    />
  )
}
