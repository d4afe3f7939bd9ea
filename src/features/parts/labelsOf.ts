import type { ProgrammeOutline } from '#programmes/outline.ts'

/** Diplomas are named in French, whatever language the screens speak. */
export const PROGRAMME_LANGUAGE = 'fr'

/** What codes of a programme are called on a phone. A code nobody knows is shown as it is. */
export interface Labels {
  readonly task: (code: string) => string
  readonly skill: (code: string) => string
}

export function labelsOf(programme: ProgrammeOutline | null): Labels {
  const blocks = programme?.blocks ?? []
  const tasks = blocks.flatMap((block) => block.activities.flatMap((activity) => activity.tasks))
  const skills = [...blocks.flatMap((block) => block.skills), ...(programme?.formerSkills ?? [])]
  const labelIn = (all: readonly { code: string; shortLabel: string }[]) => (code: string) =>
    all.find((each) => each.code === code)?.shortLabel ?? code
  return { task: labelIn(tasks), skill: labelIn(skills) }
}
