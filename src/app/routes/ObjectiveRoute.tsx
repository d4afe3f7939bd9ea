import type { DocumentId } from '#domain/identifiers.ts'
import type { Actor } from '#domain/rights.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { ObjectiveScreen } from '#features/plan/ObjectiveScreen.tsx'
import { outlineOf } from '#programmes/outlines.ts'
import { documentId as meetingId } from '#protocol/identifier.ts'
import type { BookRow } from '#store/database.ts'
import { useParams, useSearchParams } from 'react-router'
import { BookRoute } from './BookRoute.tsx'
import { useOwnDocument } from './useOwnDocument.ts'

/**
 * `/livret/:logbookId/plan/:documentId`; the id of a new objective names nothing yet. `?convenu=` says
 * at which visit or interview it was agreed.
 */
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
  const [search] = useSearchParams()
  // An address can be typed by anybody: what is no id is left out.
  const { data: agreedAt = null } = meetingId.safeParse(search.get('convenu'))
  const own = useOwnDocument('objective', documentId, actor, `/livret/${id}/plan`)
  if (own.document === undefined) return <NoLogbookScreen reading />
  return (
    <ObjectiveScreen
      facts={facts}
      actor={actor}
      programme={outlineOf(facts)}
      document={own.document}
      draft={{
        ...own.draft,
        set: (key, value) => {
          const begins = own.document === null && own.draft.value('about') === null
          if (begins && agreedAt !== null) own.draft.set('about', agreedAt)
          own.draft.set(key, value)
        },
      }}
      onPublish={() => own.finish('publish')}
      onDiscard={() => own.finish('discard')}
      onResolve={own.resolve}
    />
  )
}
