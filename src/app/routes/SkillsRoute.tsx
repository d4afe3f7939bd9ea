import type { Actor } from '#domain/rights.ts'
import { SkillsScreen } from '#features/skills/SkillsScreen.tsx'
import { useSkills } from '#features/skills/useSkills.ts'
import { outlineOf } from '#programmes/outlines.ts'
import { policyOf } from '#programmes/policies.ts'
import type { BookRow } from '#store/database.ts'
import { useNavigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/competences`. */
export function SkillsRoute() {
  return <BookRoute>{(book, actor) => <SkillsOf book={book} actor={actor} />}</BookRoute>
}

function SkillsOf({ book: { facts }, actor }: { readonly book: BookRow; readonly actor: Actor }) {
  const { db, now, newIntent, act } = useWorkspace()
  const navigate = useNavigate()
  const skills = useSkills(db, actor)

  return (
    <SkillsScreen
      facts={facts}
      actor={actor}
      programme={outlineOf(facts)}
      skills={skills}
      scale={policyOf(facts.programme).scale}
      onCorrect={async () => {
        const last = skills?.own.at(-1)
        if (!last) return 'no-document'
        const { id: documentId, kind } = last
        const amend = { ...newIntent(), documentId, kind, type: 'amend' } as const
        const refusal = await act(amend, { ...actor, at: now() })
        if (refusal === null) await navigate(`/livret/${actor.logbookId}/competences/evaluer`)
        return refusal
      }}
    />
  )
}
