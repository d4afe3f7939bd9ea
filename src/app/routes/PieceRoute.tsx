import type { DocumentId } from '#domain/identifiers.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { Actor } from '#domain/rights.ts'
import { PieceScreen } from '#features/exams/PieceScreen.tsx'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { useProgramme } from '#features/parts/useProgramme.ts'
import type { BookRow } from '#store/database.ts'
import { useParams, useSearchParams } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { useOwnDocument } from './useOwnDocument.ts'

/** `/livret/:logbookId/examen/piece/:documentId`; a new one says in `?piece=` what it is. */
export function PieceRoute() {
  const documentId = (useParams()['documentId'] ?? '') as DocumentId
  return (
    <BookRoute>
      {(book, actor) => (
        <PieceOf key={documentId} documentId={documentId} book={book} actor={actor} />
      )}
    </BookRoute>
  )
}

interface Props {
  readonly documentId: DocumentId
  readonly book: BookRow
  readonly actor: Actor
}

function PieceOf({ documentId, book: { id, facts }, actor }: Props) {
  const { now, newIntent, act, sign } = useWorkspace()
  const [search] = useSearchParams()
  const programme = useProgramme(facts)
  const own = useOwnDocument('piece', documentId, actor, `/livret/${id}/examen`)
  const { document, draft } = own
  if (programme === undefined || document === undefined) return <NoLogbookScreen reading />

  const named =
    document?.fields['rule']?.value ??
    (document ? lastVersion(document)?.content['rule'] : search.get('piece'))
  const rule = programme?.pieces.find(({ code }) => code === named)
  const begin = () => {
    if (draft.value('rule') === null && rule) draft.set('rule', rule.code)
  }

  return (
    <PieceScreen
      facts={facts}
      actor={actor}
      rule={rule}
      document={document}
      draft={{
        ...draft,
        set: (key, value) => {
          begin()
          draft.set(key, value)
        },
      }}
      onSend={() => own.finish('submit')}
      onDiscard={() => own.finish('discard')}
      onReopen={() => {
        const type = document?.state === 'signed' ? 'amend' : 'withdraw'
        return act({ ...newIntent(), documentId, kind: 'piece', type }, { ...actor, at: now() })
      }}
      onSign={async (hash) =>
        document ? sign(document, hash, { ...actor, at: now() }) : 'no-document'
      }
      onReturn={(hash, reason) =>
        act(
          { ...newIntent(), documentId, kind: 'piece', type: 'return', hash, reason },
          { ...actor, at: now() },
        )
      }
      onResolve={own.resolve}
    />
  )
}
