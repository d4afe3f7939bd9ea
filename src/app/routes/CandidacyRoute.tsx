import type { DocumentId } from '#domain/identifiers.ts'
import type { Actor } from '#domain/rights.ts'
import { CandidacyScreen } from '#features/exams/CandidacyScreen.tsx'
import { sessionOf } from '#features/exams/useExamFile.ts'
import { useOwnCandidacy } from '#features/exams/useOwnCandidacy.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { useCalendarDocuments } from '#features/parts/useCalendarDocuments.ts'
import { useProgramme } from '#features/parts/useProgramme.ts'
import type { BookRow } from '#store/database.ts'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { useOwnDocument } from './useOwnDocument.ts'

/** `/livret/:logbookId/examen/inscription`: what the centre has done for the session. */
export function CandidacyRoute() {
  return <BookRoute>{(book, actor) => <CandidacyOf book={book} actor={actor} />}</BookRoute>
}

function CandidacyOf({ book, actor }: { readonly book: BookRow; readonly actor: Actor }) {
  const { db } = useWorkspace()
  const { id, facts } = book
  const programme = useProgramme(facts)
  const around = useCalendarDocuments(db, id)
  const session = programme && around ? sessionOf(programme, facts, around) : undefined
  const own = useOwnCandidacy(db, actor, session?.year)
  if (programme === null) return <Navigate to={`/livret/${id}/examen`} replace />
  if (!session || own === undefined) return <NoLogbookScreen reading />
  return (
    <Writing
      actor={actor}
      session={session.year}
      exams={Object.keys(session.handIn)}
      begun={own?.id ?? null}
    />
  )
}

interface WritingProps {
  readonly actor: Actor
  readonly session: number
  readonly exams: readonly string[]
  readonly begun: DocumentId | null
}

function Writing({ actor, session, exams, begun }: WritingProps) {
  const { newDocumentId } = useWorkspace()
  // The same document as long as the screen is open, also once it is written.
  const [documentId] = useState(() => begun ?? newDocumentId())
  const after = `/livret/${actor.logbookId}/examen`
  const own = useOwnDocument('candidacy', documentId, actor, after)
  if (own.document === undefined) return <NoLogbookScreen reading />
  return (
    <CandidacyScreen
      actor={actor}
      session={session}
      exams={exams}
      draft={own.draft}
      onPublish={() => own.finish('publish')}
    />
  )
}
