import { CHAIN_START } from '#domain/chain.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { ProgressRow, ReadTables, Tables } from './database.ts'

/** How far a device is in a logbook it has not begun. */
export const noProgress = (logbookId: LogbookId): ProgressRow => ({
  logbookId,
  last: 0,
  taken: 0,
  settled: 0,
  archived: 0,
  seq: 0,
  chain: CHAIN_START,
  grant: 0,
  reread: false,
  revoked: false,
})

/** How far this device is in a logbook; at its beginning, where it has not begun. */
export const readProgress = async (
  tx: ReadTables<'progress'>,
  logbookId: LogbookId,
): Promise<ProgressRow> => (await tx.progress.get(logbookId)) ?? noProgress(logbookId)

/** Writes what changed of the row as it was read in this transaction, and gives it as it is now. */
export async function moveProgress(
  tx: Tables<'progress'>,
  before: ProgressRow,
  change: Partial<ProgressRow>,
): Promise<ProgressRow> {
  const keys = Object.keys(change) as (keyof ProgressRow)[]
  if (keys.every((key) => before[key] === change[key])) return before
  const after = { ...before, ...change }
  await tx.progress.put(after)
  return after
}

/** How many operations were ever numbered in these logbooks. */
export const countIn = (books: readonly Pick<ProgressRow, 'last'>[]): number =>
  books.reduce((sum, { last }) => sum + last, 0)
