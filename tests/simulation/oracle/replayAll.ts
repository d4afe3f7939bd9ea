import { decide, relatedIds } from '#domain/decide.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { OutboxRow, SentRow } from '#store/database.ts'
import { asNewest } from '../releases.ts'

/** What a document must look like on a device, and what its last operation found. */
interface Replayed {
  readonly n: number
  readonly before: LogbookDocument | null
  readonly document: LogbookDocument
}

/** What a device has pulled. */
interface Reached {
  /** Whether the history up to there holds the operation; by revision, where it did not add up. */
  readonly holds: (row: SentRow) => boolean
  readonly archived: number
  /** Whether a pull has once brought what a person present wrote here, or it may be forgotten. */
  readonly mayForget: (row: SentRow) => boolean
}

/**
 * Everything that no pull has brought, done once more on what was pulled, in the order people
 * acted. What a person present wrote here, and the owner of the device may not read, no pull brings.
 */
export function replayAll(
  rows: readonly (OutboxRow | SentRow)[],
  pulled: ReadonlyMap<string, PulledDocument>,
  { holds, archived, mayForget }: Reached,
): Map<string, Replayed> {
  const outcomes = new Map<string, Replayed>()
  const find = (id: string) => outcomes.get(id)?.document ?? pulled.get(id) ?? null
  for (const row of rows) {
    const { n, actor, documentId: id } = row
    const operation = asNewest(row.operation)
    if ('result' in row) {
      const { verdict } = row.result
      if (verdict === 'rejected' || verdict === 'held') continue
      const isForeign = actor.via !== undefined && !pulled.has(id)
      if (isForeign ? n <= archived && mayForget(row) : holds(row)) continue
    }
    const before = find(id)
    const related = relatedIds(before, operation)
    const { document } = decide(before, operation, actor, (other) =>
      related.includes(other) ? find(other) : null,
    )
    if (document) outcomes.set(id, { n, before, document })
  }
  return outcomes
}
