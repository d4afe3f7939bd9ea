import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { useBooks } from '#features/parts/useDocuments.ts'
import { Navigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { currentBook } from './currentBook.ts'

/** `/formation`: the short address of an apprentice’s own programme. */
export function OwnProgrammeRoute() {
  const { db, today } = useWorkspace()
  const books = useBooks(db)
  if (!books) return <NoLogbookScreen reading />
  const book = currentBook(books, today())
  return <Navigate to={book ? `/livret/${book.id}/formation` : '/'} replace />
}
