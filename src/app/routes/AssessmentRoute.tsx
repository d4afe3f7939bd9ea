import type { DocumentId } from '#domain/identifiers.ts'
import type { Actor } from '#domain/rights.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { assessmentKindOf } from '#features/skills/assessmentKindOf.ts'
import { AssessmentScreen } from '#features/skills/AssessmentScreen.tsx'
import { useSkills, type Skills } from '#features/skills/useSkills.ts'
import { outlineOf } from '#programmes/outlines.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import { policyOf } from '#programmes/policies.ts'
import type { BookRow } from '#store/database.ts'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { useOwnDocument } from './useOwnDocument.ts'

/** `/livret/:logbookId/competences/evaluer`, for those who assess. What was begun is gone on with. */
export function AssessmentRoute() {
  return (
    <BookRoute>
      {(book, actor) => <AssessmentOf key={book.id} book={book} actor={actor} />}
    </BookRoute>
  )
}

function AssessmentOf({
  book: { id, facts },
  actor,
}: {
  readonly book: BookRow
  readonly actor: Actor
}) {
  const { db } = useWorkspace()
  const kind = assessmentKindOf(actor)
  const programme = outlineOf(facts)
  const skills = useSkills(db, actor)
  if (!kind || !programme) return <Navigate to={`/livret/${id}/competences`} replace />
  if (!skills) return <NoLogbookScreen reading />
  return <Writing kind={kind} programme={programme} actor={actor} skills={skills} />
}

interface WritingProps {
  readonly kind: 'selfAssessment' | 'assessment'
  readonly programme: ProgrammeOutline
  readonly actor: Actor
  readonly skills: Skills
}

function Writing({ kind, programme, actor, skills }: WritingProps) {
  const { today, newDocumentId } = useWorkspace()
  // The same document as long as the screen is open, also once it is sent.
  const [documentId] = useState<DocumentId>(() => skills.begun?.id ?? newDocumentId())
  const after = `/livret/${actor.logbookId}/competences`
  const party = kind === 'assessment' ? 'party' : undefined
  const own = useOwnDocument(kind, documentId, actor, after, party)

  return (
    <AssessmentScreen
      actor={actor}
      kind={kind}
      programme={programme}
      skills={skills}
      scale={policyOf(programme.id).scale}
      document={own.document ?? null}
      draft={own.draft}
      today={today()}
      onPublish={() => own.finish('publish')}
      onDiscard={() => own.finish('discard')}
      onResolve={own.resolve}
    />
  )
}
