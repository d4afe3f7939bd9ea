import { itemsOf, textOf } from '../content.ts'
import type { DocumentId } from '../identifiers.ts'
import { lastVersion, type LogbookDocument } from '../logbookDocument.ts'
import { isLevel, type Level } from './levels.ts'

/** Who looks at a skill: each has an opinion of their own. */
export const views = ['apprentice', 'master', 'trainer'] as const
export type View = (typeof views)[number]

/** What one person thought of one skill at one moment. */
export interface SkillValue {
  readonly skill: string
  readonly view: View
  readonly level: Level
  /** Civil date of the moment. */
  readonly date: string
  readonly documentId: DocumentId
}

/**
 * Every value that was published, oldest first; of the same day, the one that was published later
 * comes later. Of each document its latest version counts; drafts do not. Other kinds are left out.
 */
export function skillValues(documents: readonly LogbookDocument[]): readonly SkillValue[] {
  return documents
    .flatMap((document) => {
      const version = lastVersion(document)
      const view = version && viewOf(document)
      if (!view) return []
      const { content, at } = version
      const date = textOf(content, 'date')
      return itemsOf(content, 'skills').flatMap((skill) => {
        const level = content[`skills/${skill}/level`]
        const value = { skill, view, date, documentId: document.id }
        return isLevel(level) ? [{ ...value, level, at }] : []
      })
    })
    .sort((one, other) => one.date.localeCompare(other.date) || one.at.localeCompare(other.at))
    .map(({ at: _, ...value }) => value)
}

function viewOf(document: LogbookDocument): View | null {
  if (document.kind === 'selfAssessment') return 'apprentice'
  if (document.kind !== 'assessment') return null
  const party = lastVersion(document)?.content['party']
  return views.find((view) => view === party) ?? null
}

/** What each person thinks now: their latest value of a skill, whoever held the part. */
export const latestValues = (
  values: readonly SkillValue[],
  skill: string,
): Readonly<Partial<Record<View, SkillValue>>> =>
  Object.fromEntries(
    values.filter((value) => value.skill === skill).map((value) => [value.view, value]),
  )
