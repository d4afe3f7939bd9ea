import type { LogbookId } from '#domain/identifiers.ts'
import type { FileRow, LogbookDb, OutboxRow, ProgressRow, ReadTables, SentRow } from './database.ts'
import { everything } from './tables.ts'

/** What the first screen says of sending; all else about it comes with other screens. */

/** What waits on this device, for the person to see. */
export interface Waiting {
  /** Documents with words the server has not confirmed. */
  readonly documents: number
  /** Photos and sounds that it does not have. */
  readonly files: number
  /** When the oldest of them was written; UTC instant of this device. `null`: nothing waits. */
  readonly since: string | null
  /** When the server last confirmed something; UTC instant. */
  readonly sentAt: string | null
}

/** Costs as much as there are logbooks, however much waits in them. */
export const countWaiting = (db: LogbookDb): Promise<Waiting> =>
  db.read(['shown', 'outbox', 'progress', 'files', 'server'], async (tx) => {
    const books = await waitingBooks(tx)
    const counts = await Promise.all(
      books.map(({ logbookId, settled }) =>
        tx.shown.count({ index: 'logbook', prefix: [logbookId], from: settled + 1 }),
      ),
    )
    const oldest = await Promise.all(
      books.map(({ logbookId }) => tx.outbox.list({ prefix: [logbookId], limit: 1 })),
    )
    const server = await tx.server.get('server')
    return {
      documents: counts.reduce((sum, count) => sum + count, 0),
      files: await tx.files.count({ index: 'state', prefix: ['waiting'] }),
      since: oldest.flatMap((rows) => rows.map(({ operation }) => operation.at)).sort()[0] ?? null,
      sentAt: server?.sentAt ?? null,
    }
  })

/** The logbooks in which something waits, but for those that were taken away. */
export const waitingBooks = async (tx: ReadTables<'progress'>): Promise<ProgressRow[]> =>
  (await tx.progress.list(everything)).filter(
    ({ last, settled, revoked }) => last > settled && !revoked,
  )

/** Most operations of a logbook that are listed: more than anybody reads on a phone. */
const LISTED_MAX = 200

/** The first operations that wait in a logbook. */
export const firstOf = (tx: ReadTables<'outbox'>, logbookId: LogbookId) =>
  tx.outbox.list({ prefix: [logbookId], limit: LISTED_MAX })

/** An operation that needs its author. Without a `result`, its logbook was taken away. */
export type RefusedRow = OutboxRow & Partial<Pick<SentRow, 'result'>>

/**
 * What the server refused or put aside, and what belongs to a logbook that was taken away, until
 * the person has noticed it.
 */
export const listRefused = (db: LogbookDb): Promise<RefusedRow[]> =>
  db.read(['sent', 'outbox', 'progress'], async (tx) => {
    const revoked = (await tx.progress.list(everything)).filter((book) => book.revoked)
    const stranded = await Promise.all(revoked.map(({ logbookId }) => firstOf(tx, logbookId)))
    const unseen = stranded.flat().filter(({ noticed }) => noticed !== true)
    return [...(await listAttention(tx)), ...unseen]
  })

/** What the server refused or put aside and its person has not looked at: each in a row of its own. */
export const listAttention = async ({ sent }: ReadTables<'sent'>): Promise<SentRow[]> =>
  (await sent.list({ index: 'attention', prefix: [1] })).filter((row) => 'result' in row)

/** Photos and sounds that the server did not take, the first one first. */
export const listRefusedFiles = (db: LogbookDb): Promise<FileRow[]> =>
  db.read(['files'], ({ files }) => files.list({ index: 'state', prefix: ['refused'] }))
