import { dispensedExams } from '#domain/exams/dispenseRequests.ts'
import { keptMarksOf } from '#domain/exams/keptMarks.ts'
import { sessionOf } from '#features/exams/useExamFile.ts'
import type { Actor } from '#domain/rights.ts'
import { MarksScreen } from '#features/marks/MarksScreen.tsx'
import { useMarks } from '#features/marks/useMarks.ts'
import { useCalendarDocuments } from '#features/parts/useCalendarDocuments.ts'
import { useDocuments } from '#features/parts/useDocuments.ts'
import { useProgramme } from '#features/parts/useProgramme.ts'
import type { BookRow } from '#store/database.ts'
import { useNavigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/resultats`. */
export function MarksRoute() {
  return <BookRoute>{(book, actor) => <MarksOf book={book} actor={actor} />}</BookRoute>
}

function MarksOf({
  book: { id, facts },
  actor,
}: {
  readonly book: BookRow
  readonly actor: Actor
}) {
  const { db, now, today, newDocumentId, newIntent, act } = useWorkspace()
  const navigate = useNavigate()
  const base = `/livret/${actor.logbookId}/resultats`
  const programme = useProgramme(facts)
  const requests = useDocuments(db, 'dispense', actor.logbookId) ?? []

  const around = useCalendarDocuments(db, id)
  const marks = useMarks(db, actor)
  const session = programme && around ? sessionOf(programme, facts, around) : undefined
  const former = marks?.former.map(({ document }) => document) ?? []
  const kept = keptMarksOf(former, session?.writtenFrom ?? today())

  return (
    <MarksScreen
      facts={facts}
      actor={actor}
      programme={programme}
      dispensed={programme ? dispensedExams(programme.exams, requests) : []}
      kept={kept.filter(({ holds }) => holds)}
      marks={marks}
      onNew={() => void navigate(`${base}/${newDocumentId()}`)}
      onEdit={async ({ document: { id: documentId, state } }) => {
        // What is open to be corrected already is gone on with.
        const amend = { ...newIntent(), documentId, kind: 'mark', type: 'amend' } as const
        const refusal = state === 'draft' ? null : await act(amend, { ...actor, at: now() })
        if (refusal === null) await navigate(`${base}/${documentId}`)
        return refusal
      }}
    />
  )
}
