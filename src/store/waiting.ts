import type { LogbookId } from '#domain/identifiers.ts'
import { firstOf, waitingBooks, type RefusedRow } from './countWaiting.ts'
import type { LogbookDb, OutboxRow } from './database.ts'
import { everything } from './tables.ts'

/** Operations that wait, in the order they were written. At most two hundred of a logbook. */
export const listUnsent = (db: LogbookDb): Promise<OutboxRow[]> =>
  db.read(['outbox', 'progress'], async (tx) => {
    const books = await waitingBooks(tx)
    const lists = await Promise.all(books.map(({ logbookId }) => firstOf(tx, logbookId)))
    return lists.flat().sort((a, b) => a.operation.at.localeCompare(b.operation.at))
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
