import type { Actor } from '#domain/rights.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { useBooks } from '#features/parts/useDocuments.ts'
import type { BookRow } from '#store/database.ts'
import { useMemo, type ReactNode } from 'react'
import { useParams } from 'react-router'
import { useWorkspace } from '../workspace.ts'

interface Props {
  readonly children: (book: BookRow, actor: Actor) => ReactNode
}

/** What needs the logbook that the address names: shown once it is read, if this device holds it. */
export function BookRoute({ children }: Props) {
  const { db } = useWorkspace()
  const { logbookId } = useParams()
  const books = useBooks(db)
  const book = books?.find(({ id }) => id === logbookId)

  if (!book) return <NoLogbookScreen reading={books === undefined} />
  return <WithActor book={book}>{children}</WithActor>
}

function WithActor({ book, children }: Props & { readonly book: BookRow }) {
  const { person, now } = useWorkspace()
  const { id: logbookId, role } = book
  const { id: personId } = person
  // The same object as long as it is the same person: every pull changes the book’s row.
  const actor = useMemo(
    () => ({ logbookId, personId, role, at: now() }),
    [logbookId, personId, role, now],
  )
  return children(book, actor)
}
