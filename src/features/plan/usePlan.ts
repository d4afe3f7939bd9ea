import { objectivesOf, type Objective } from '#domain/objectives.ts'
import { project, type Actor } from '#domain/rights.ts'
import { useDocuments } from '#features/parts/useDocuments.ts'
import type { LogbookDb } from '#store/database.ts'
import type { ShownDocument } from '#store/documents.ts'

export interface Plan {
  /** Soonest due first. */
  readonly objectives: readonly Objective[]
  /** What this person has begun and not sent. */
  readonly drafts: readonly ShownDocument[]
}

/** The work plan of one logbook. `today`: civil date. `undefined` while it is read. */
export function usePlan(db: LogbookDb, actor: Actor, today: string): Plan | undefined {
  const all = useDocuments(db, 'objective', actor.logbookId)
  if (!all) return undefined
  const readable = all.filter((document) => project(document, actor) !== null)
  return {
    objectives: objectivesOf(readable, today),
    drafts: readable.filter(({ state, author }) => state === 'draft' && author === actor.personId),
  }
}
