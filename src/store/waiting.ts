import type { LogbookId } from '#domain/identifiers.ts'
import type { LogbookDb, OutboxRow, ProgressRow, SentRow, Tables } from './database.ts'
import { everything } from './tables.ts'

/** What waits on this device, for the person to see. */
export interface Waiting {
  /** Documents with words the server has not confirmed. */
  readonly documents: number
  readonly photos: number
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
      photos: await tx.files.count({ index: 'state', prefix: ['waiting'] }),
      since: oldest.flatMap((rows) => rows.map(({ operation }) => operation.at)).sort()[0] ?? null,
      sentAt: server?.sentAt ?? null,
    }
  })

/** The logbooks in which something waits, but for those that were taken away. */
const waitingBooks = async (tx: Tables<'progress'>): Promise<ProgressRow[]> =>
  (await tx.progress.list(everything)).filter(
    ({ last, settled, revoked }) => last > settled && !revoked,
  )

/** Most operations of a logbook that are listed: more than anybody reads on a phone. */
const LISTED_MAX = 200

/** Operations that wait, in the order they were written. At most two hundred of a logbook. */
export const listUnsent = (db: LogbookDb): Promise<OutboxRow[]> =>
  db.read(['outbox', 'progress'], async (tx) => {
    const books = await waitingBooks(tx)
    const lists = await Promise.all(books.map(({ logbookId }) => firstOf(tx, logbookId)))
    return lists.flat().sort((a, b) => a.operation.at.localeCompare(b.operation.at))
  })

const firstOf = (tx: Tables<'outbox'>, logbookId: LogbookId) =>
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
    return [...(await tx.sent.list({ index: 'attention', prefix: [1] })), ...unseen]
  })

/** Whether it is a signature that came before the photos it is about, and leaves with them. */
export const isHeldForPhotos = ({ operation, result }: RefusedRow): boolean =>
  operation.type === 'sign' && result?.code === 'files-missing'

/**
 * The person has read that these were refused. They stay here all the same. A signature that waits
 * for its photos still does.
 */
export const notice = (db: LogbookDb, rows: readonly RowKey[]): Promise<void> =>
  db.write(['sent', 'outbox'], async (tx) => {
    for (const { logbookId, n } of rows) {
      const [sent, waiting] = await Promise.all([
        tx.sent.get([logbookId, n]),
        tx.outbox.get([logbookId, n]),
      ])
      if (waiting) await tx.outbox.put({ ...waiting, noticed: true })
      if (!sent || isHeldForPhotos(sent)) continue
      const { attention: _, ...seen } = sent
      await tx.sent.put(seen)
    }
  })

/** Which operation of this device. */
export type RowKey = Pick<OutboxRow, 'logbookId' | 'n'>

/** Logbooks in which something has no verdict yet. One that was taken away is asked about too. */
export const logbooksToPush = (db: LogbookDb): Promise<LogbookId[]> =>
  db.read(['progress'], async (tx) =>
    (await tx.progress.list(everything))
      .filter(({ last, settled }) => last > settled)
      .map(({ logbookId }) => logbookId),
  )

/** Whether anything waits to be sent, photos too. */
export const isWaiting = (db: LogbookDb): Promise<boolean> =>
  db.read(['progress', 'files'], async (tx) => {
    const [books, photos] = await Promise.all([
      tx.progress.list(everything),
      tx.files.count({ index: 'state', prefix: ['waiting'] }),
    ])
    return photos > 0 || books.some(({ last, settled, revoked }) => last > settled && !revoked)
  })

/** How many operations this device has ever numbered: grows with each that is written. */
export const countWritten = (db: LogbookDb): Promise<number> =>
  db.read(['progress'], async (tx) =>
    (await tx.progress.list(everything)).reduce((sum, { last }) => sum + last, 0),
  )

/**
 * Deletes the person’s database, if nothing on it is unsent and no signature waits for its photos.
 * Returns whether it did.
 */
export async function deleteIfAllSent(db: LogbookDb): Promise<boolean> {
  const waiting = await db.read(['outbox', 'files', 'sent'], async (tx) => {
    const [photos, refused, operations, looked] = await Promise.all([
      tx.files.count({ index: 'state', prefix: ['waiting'] }),
      tx.files.count({ index: 'state', prefix: ['refused'] }),
      tx.outbox.count(everything),
      tx.sent.list({ index: 'attention', prefix: [1] }),
    ])
    return photos + refused + operations + looked.filter(isHeldForPhotos).length
  })
  if (waiting > 0) return false
  await db.destroy()
  return true
}
