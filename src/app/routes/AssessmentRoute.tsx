import type { DocumentId } from '#domain/identifiers.ts'
import type { PlainAct } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { useDocument } from '#features/parts/useDocuments.ts'
import { useDraft } from '#features/parts/useDraft.ts'
import { assessmentKindOf } from '#features/skills/assessmentKindOf.ts'
import { AssessmentScreen } from '#features/skills/AssessmentScreen.tsx'
import { useSkills, type Skills } from '#features/skills/useSkills.ts'
import { findOutline } from '#programmes/outlines.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import type { BookRow } from '#store/database.ts'
import { useMemo, useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

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
  const programme = findOutline(facts.programme)
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
  const { db, now, today, newDocumentId, newIntent, act, draftOf } = useWorkspace()
  const navigate = useNavigate()
  // The same document as long as the screen is open, also once it is sent.
  const [documentId] = useState<DocumentId>(() => skills.begun?.id ?? newDocumentId())
  const { logbookId, role } = actor
  const document = useDocument(db, { kind, logbookId, id: documentId }) ?? null
  const target = useMemo(
    () => draftOf(kind, documentId, kind === 'assessment' ? { party: role } : {}, actor),
    [draftOf, kind, documentId, role, actor],
  )
  const draft = useDraft(target, document)

  const finish = async (type: PlainAct['type']) => {
    const unwritten = await draft.flush()
    if (unwritten) return unwritten
    const refusal = await act({ ...newIntent(), documentId, kind, type }, { ...actor, at: now() })
    if (refusal === null) await navigate(`/livret/${logbookId}/competences`)
    return refusal
  }

  return (
    <AssessmentScreen
      actor={actor}
      kind={kind}
      programme={programme}
      skills={skills}
      document={document}
      draft={draft}
      today={today()}
      onPublish={() => finish('publish')}
      onDiscard={() => finish('discard')}
      onResolve={(key, other, choice) => {
        if (choice === 'take') draft.set(key, other.value)
        const resolve = { ...newIntent(), documentId, kind, type: 'resolve', key } as const
        void draft
          .flush()
          .then(() => act({ ...resolve, drop: [other.by] }, { ...actor, at: now() }))
      }}
    />
  )
}
