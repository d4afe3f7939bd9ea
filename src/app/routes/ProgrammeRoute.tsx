import { mayImportSkills } from '#domain/skills/mayImportSkills.ts'
import { trainingEnd } from '#features/parts/calendarOf.ts'
import { useCalendarDocuments } from '#features/parts/useCalendarDocuments.ts'
import { useProgramme } from '#features/parts/useProgramme.ts'
import { ProgrammeScreen } from '#features/programme/ProgrammeScreen.tsx'
import type { BookRow } from '#store/database.ts'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/formation`, for everybody who may read the logbook. */
export function ProgrammeRoute() {
  return (
    <BookRoute>
      {(book, { role }) => <ProgrammeOf book={book} own={role === 'apprentice'} />}
    </BookRoute>
  )
}

function ProgrammeOf({
  book: { id, facts },
  own,
}: {
  readonly book: BookRow
  readonly own: boolean
}) {
  const { db, person, today } = useWorkspace()
  const around = useCalendarDocuments(db, id) ?? []
  const mayImport = mayImportSkills(facts.members, person.id, today())
  return (
    <ProgrammeScreen
      programme={useProgramme(facts)}
      cohort={facts.cohort}
      trainingEnd={trainingEnd(facts, around)}
      own={own}
      skillsImport={mayImport ? `/livret/${id}/formation/competences` : undefined}
      importedAt={facts.skills?.at}
      back={own ? '/' : `/livret/${id}`}
    />
  )
}
