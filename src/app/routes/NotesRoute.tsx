import type { DocumentId } from '#domain/identifiers.ts'
import type { Actor } from '#domain/rights.ts'
import { NotesScreen } from '#features/notes/NotesScreen.tsx'
import { useNotes } from '#features/notes/useNotes.ts'
import { useDraft } from '#features/parts/useDraft.ts'
import type { BookRow } from '#store/database.ts'
import { useMemo, useState } from 'react'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/notes`. */
export function NotesRoute() {
  return <BookRoute>{(book, actor) => <Notes book={book} actor={actor} />}</BookRoute>
}

interface Props {
  readonly book: BookRow
  readonly actor: Actor
}

function Notes({ book: { facts }, actor }: Props) {
  const { db, now, newDocumentId, newIntent, act, draftOf } = useWorkspace()
  const notes = useNotes(db, actor)
  // A note that was begun is gone on with; after it is sent, the next one is another.
  const [fresh, setFresh] = useState(newDocumentId)
  const [sent, setSent] = useState<DocumentId | null>(null)
  const last = notes?.begun ?? null
  const begun = last?.id === sent ? null : last
  const documentId = begun?.id ?? fresh
  const target = useMemo(() => draftOf('note', documentId, {}, actor), [draftOf, documentId, actor])
  const draft = useDraft(target, begun)

  return (
    <NotesScreen
      notes={notes?.published}
      facts={facts}
      actor={actor}
      draft={draft}
      onPublish={async () => {
        await draft.flush()
        // Before the note is out of our hands: what is typed next belongs to another one.
        setFresh(newDocumentId())
        setSent(documentId)
        const publish = { ...newIntent(), documentId, kind: 'note', type: 'publish' } as const
        const refusal = await act(publish, { ...actor, at: now() })
        if (refusal) setSent(null)
        return refusal
      }}
    />
  )
}
