import type { DocumentId } from '#domain/identifiers.ts'
import type { Actor } from '#domain/rights.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { ObjectiveScreen } from '#features/plan/ObjectiveScreen.tsx'
import { findOutline } from '#programmes/outlines.ts'
import type { BookRow } from '#store/database.ts'
import { useParams } from 'react-router'
import { BookRoute } from './BookRoute.tsx'
import { useOwnDocument } from './useOwnDocument.ts'

/** `/livret/:logbookId/plan/:documentId`; the id of a new objective names nothing yet. */
export function ObjectiveRoute() {
  const documentId = (useParams()['documentId'] ?? '') as DocumentId
  return (
    <BookRoute>
      {(book, actor) => (
        <ObjectiveOf key={documentId} documentId={documentId} book={book} actor={actor} />
      )}
    </BookRoute>
  )
}

interface Props {
  readonly documentId: DocumentId
  readonly book: BookRow
  readonly actor: Actor
}

function ObjectiveOf({ documentId, book: { id, facts }, actor }: Props) {
  const own = useOwnDocument('objective', documentId, actor, `/livret/${id}/plan`)
  if (own.document === undefined) return <NoLogbookScreen reading />
  return (
    <ObjectiveScreen
      facts={facts}
      actor={actor}
      programme={findOutline(facts.programme)}
      document={own.document}
      draft={own.draft}
      onPublish={() => own.finish('publish')}
      onDiscard={() => own.finish('discard')}
      onResolve={own.resolve}
    />
  )
}
