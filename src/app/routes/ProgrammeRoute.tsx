import { useProgramme } from '#features/parts/useProgramme.ts'
import { ProgrammeScreen } from '#features/programme/ProgrammeScreen.tsx'
import type { BookRow } from '#store/database.ts'
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
  return (
    <ProgrammeScreen
      programme={useProgramme(facts.programme)}
      cohort={facts.cohort}
      contractEnd={facts.contract.end}
      own={own}
      back={own ? '/' : `/livret/${id}`}
    />
  )
}
