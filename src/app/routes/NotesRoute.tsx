import { follows } from '#domain/kind.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import type { Actor } from '#domain/rights.ts'
import { NotesScreen } from '#features/notes/NotesScreen.tsx'
import { reminderOf } from '#features/notes/reminder.ts'
import { texts } from '#features/notes/reminder.texts.ts'
import { useMissingWeeks } from '#features/notes/useMissingWeeks.ts'
import { publishedAt, receivedAfter, useNotes } from '#features/notes/useNotes.ts'
import { apprenticeName, givenName } from '#features/parts/personName.ts'
import { useDraft } from '#features/parts/useDraft.ts'
import type { BookRow } from '#store/database.ts'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useSeenNotes } from '../seenNotes.ts'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/notes`; with `?relance` a reminder is suggested. */
export function NotesRoute() {
  return <BookRoute>{(book, actor) => <Notes book={book} actor={actor} />}</BookRoute>
}

/** Asks for a note about the weeks that are missing, see `ReminderLink`. */
const REMINDER = 'relance'

interface Props {
  readonly book: BookRow
  readonly actor: Actor
}

function Notes({ book: { facts }, actor }: Props) {
  const { db, now, today, newDocumentId, newIntent, act, draftOf } = useWorkspace()
  const notes = useNotes(db, actor)
  useSeenNotes(actor, notes && receivedAfter(notes, actor.personId, '').map(publishedAt)[0])
  // A note that was begun is gone on with; after it is sent, the next one is another.
  const [fresh, setFresh] = useState(newDocumentId)
  const [sent, setSent] = useState<DocumentId | null>(null)
  const last = notes?.begun ?? null
  const begun = last?.id === sent ? null : last
  const documentId = begun?.id ?? fresh
  const target = useMemo(() => draftOf('note', documentId, {}, actor), [draftOf, documentId, actor])
  const draft = useDraft(target, begun)

  const t = useTexts(texts)
  const language = useLanguage()
  const [query, setQuery] = useSearchParams()
  const missing = useMissingWeeks(db, actor, facts, {
    today: today(),
    asked: follows(actor.role) && query.has(REMINDER),
  })
  const name = givenName(apprenticeName(facts))

  return (
    <NotesScreen
      notes={notes?.published}
      facts={facts}
      actor={actor}
      draft={draft}
      suggestion={missing.length > 0 ? reminderOf(name, missing, t, language) : null}
      onPublish={async () => {
        await draft.flush()
        // Before the note is out of our hands: what is typed next belongs to another one.
        setFresh(newDocumentId())
        setSent(documentId)
        const publish = { ...newIntent(), documentId, kind: 'note', type: 'publish' } as const
        const refusal = await act(publish, { ...actor, at: now() })
        if (refusal) setSent(null)
        // What was suggested is done with, also for who comes back to this address.
        else setQuery({}, { replace: true })
        return refusal
      }}
    />
  )
}
