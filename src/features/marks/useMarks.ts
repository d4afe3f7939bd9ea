import { formerMarksOf, marksOf, type PublishedMark } from '#domain/exams/marks.ts'
import { project, type Actor } from '#domain/rights.ts'
import { useDocuments } from '#features/parts/useDocuments.ts'
import type { LogbookDb } from '#store/database.ts'
import type { ShownDocument } from '#store/documents.ts'

export interface Marks {
  /** Latest first. */
  readonly marks: readonly PublishedMark[]
  /** Of former sessions of the exam, kept. */
  readonly former: readonly PublishedMark[]
  /** What this person has begun and not sent. */
  readonly drafts: readonly ShownDocument[]
}

/** The marks of one logbook. `undefined` while they are read. */
export function useMarks(db: LogbookDb, actor: Actor): Marks | undefined {
  const all = useDocuments(db, 'mark', actor.logbookId)
  if (!all) return undefined
  const readable = all.filter((document) => project(document, actor) !== null)
  return {
    marks: marksOf(readable),
    former: formerMarksOf(readable),
    drafts: readable.filter(({ state, author }) => state === 'draft' && author === actor.personId),
  }
}
