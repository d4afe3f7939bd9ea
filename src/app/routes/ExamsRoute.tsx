import type { Actor } from '#domain/rights.ts'
import { ExamsScreen } from '#features/exams/ExamsScreen.tsx'
import { useExamFile } from '#features/exams/useExamFile.ts'
import { useOwnCandidacy } from '#features/exams/useOwnCandidacy.ts'
import { useOwnCalendar } from '#features/parts/useOwnCalendar.ts'
import { useProgramme } from '#features/parts/useProgramme.ts'
import type { BookRow } from '#store/database.ts'
import { useNavigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/examen`. */
export function ExamsRoute() {
  return <BookRoute>{(book, actor) => <ExamsOf book={book} actor={actor} />}</BookRoute>
}

function ExamsOf({ book: { facts }, actor }: { readonly book: BookRow; readonly actor: Actor }) {
  const { db, now, today, newDocumentId, newIntent, act } = useWorkspace()
  const navigate = useNavigate()
  const programme = useProgramme(facts)
  const { calendar, absent } = useOwnCalendar(db, facts, actor)
  const file = useExamFile(db, actor, facts, programme, calendar, absent, today())
  const own = useOwnCandidacy(db, actor, file?.session.year)
  const base = `/livret/${actor.logbookId}/examen`

  return (
    <ExamsScreen
      facts={facts}
      actor={actor}
      programme={programme}
      file={file}
      onNewKeptMark={() =>
        void navigate(`/livret/${actor.logbookId}/resultats/${newDocumentId()}?gardee=oui`)
      }
      onNewPiece={(rule) => void navigate(`${base}/piece/${newDocumentId()}?piece=${rule}`)}
      onEditCandidacy={async () => {
        // What was sent is opened again: a correction is a new version of it.
        if (own?.state === 'published') {
          const amend = { documentId: own.id, kind: 'candidacy', type: 'amend' } as const
          const refusal = await act({ ...newIntent(), ...amend }, { ...actor, at: now() })
          if (refusal) return refusal
        }
        await navigate(`${base}/inscription`)
        return null
      }}
    />
  )
}
