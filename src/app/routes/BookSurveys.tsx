import { SurveyLines } from '#features/enrolment/SurveyLines.tsx'
import { apprenticeName } from '#features/parts/personName.ts'
import { actorIn } from '#store/books.ts'
import type { BookRow } from '#store/database.ts'
import { useMemo } from 'react'
import { useWorkspace } from '../workspace.ts'
import { useLogbookEnrolment } from './useLogbookEnrolment.ts'

/** What one logbook asks its reader in surveys. Loaded apart: it needs the whole programme. */
export function BookSurveys({ book }: { readonly book: BookRow }) {
  const { person, now } = useWorkspace()
  const actor = useMemo(() => actorIn(book, person.id, now()), [book, person.id, now])
  const enrolment = useLogbookEnrolment(book.facts, actor)
  if (!enrolment) return null
  return (
    <SurveyLines
      logbookId={book.id}
      name={apprenticeName(book.facts)}
      surveys={enrolment.surveys}
    />
  )
}
