import type { Actor } from '#domain/rights.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { useProgramme } from '#features/parts/useProgramme.ts'
import { skillSlug } from '#features/skills/skillSlug.ts'
import { SkillScreen } from '#features/skills/SkillScreen.tsx'
import { useSkills } from '#features/skills/useSkills.ts'
import type { Named } from '#programmes/outline.ts'
import { outlineOf } from '#programmes/outlines.ts'
import { policyOf } from '#programmes/policies.ts'
import type { BookRow } from '#store/database.ts'
import { Navigate, useParams } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/competences/:skill`. */
export function SkillRoute() {
  const slug = useParams()['skill'] ?? ''
  return (
    <BookRoute>
      {(book, actor) => <SkillOf key={slug} slug={slug} book={book} actor={actor} />}
    </BookRoute>
  )
}

interface Props {
  /** See `skillSlug`. */
  readonly slug: string
  readonly book: BookRow
  readonly actor: Actor
}

function SkillOf({ slug, book: { id, facts }, actor }: Props) {
  const { db } = useWorkspace()
  const skills = useSkills(db, actor)
  const programme = useProgramme(facts)
  const outline = outlineOf(facts)
  const named = [
    ...(outline?.blocks.flatMap((block): readonly Named[] => block.skills) ?? []),
    ...(outline?.formerSkills ?? []),
  ].find((each) => skillSlug(each.code) === slug)

  if (!named) return <Navigate to={`/livret/${id}/competences`} replace />
  if (!skills) return <NoLogbookScreen reading />
  const official = programme?.blocks.flatMap((block) => block.skills)
  return (
    <SkillScreen
      actor={actor}
      code={named.code}
      shortLabel={named.shortLabel}
      skill={official?.find((each) => each.code === named.code) ?? null}
      skills={skills}
      scale={policyOf(facts.programme).scale}
    />
  )
}
