import { firstOf, listAttention, waitingBooks, type RefusedRow } from './countWaiting.ts'
import type { LogbookDb, OutboxRow } from './database.ts'
import { countIn } from './progress.ts'
import { everything } from './tables.ts'

/** Operations that wait, in the order they were written. At most two hundred of a logbook. */
export const listUnsent = (db: LogbookDb): Promise<OutboxRow[]> =>
  db.read(['outbox', 'progress'], async (tx) => {
    const books = await waitingBooks(tx)
    const lists = await Promise.all(books.map(({ logbookId }) => firstOf(tx, logbookId)))
    return lists.flat().sort((a, b) => a.operation.at.localeCompare(b.operation.at))
  })

/** Whether it is a signature that came before the files it is about, and leaves with them. */
export const isHeldForFiles = ({ operation, result }: RefusedRow): boolean =>
  operation.type === 'sign' && result?.code === 'files-missing'

/**
 * The person has read that these were refused. They stay here all the same. A signature that waits
 * for its files still does.
 */
export const notice = (db: LogbookDb, rows: readonly RowKey[]): Promise<void> =>
  db.write(['sent', 'outbox'], async (tx) => {
    for (const { logbookId, n } of rows) {
      const [sent, waiting] = await Promise.all([
        tx.sent.get([logbookId, n]),
        tx.outbox.get([logbookId, n]),
      ])
      if (waiting) await tx.outbox.put({ ...waiting, noticed: true })
      // In a pack is only what counts.
      if (!sent || 'rows' in sent || isHeldForFiles(sent)) continue
      const { attention: _, ...seen } = sent
      await tx.sent.put(seen)
    }
  })

/** Which operation of this device. */
export type RowKey = Pick<OutboxRow, 'logbookId' | 'n'>

/** Whether anything waits to be sent, files too. */
export const isWaiting = (db: LogbookDb): Promise<boolean> =>
  db.read(['progress', 'files'], async (tx) => {
    const [books, waiting] = await Promise.all([
      tx.progress.list(everything),
      tx.files.count({ index: 'state', prefix: ['waiting'] }),
    ])
    return waiting > 0 || books.some(({ last, settled, revoked }) => last > settled && !revoked)
  })

/** How many operations this device has ever numbered: grows with each that is written. */
export const countWritten = (db: LogbookDb): Promise<number> =>
  db.read(['progress'], async (tx) => countIn(await tx.progress.list(everything)))

/**
 * Deletes the person’s database, if nothing on it is unsent, nothing is being recorded, and no
 * signature waits for its files.
 * Returns whether it did.
 */
export async function deleteIfAllSent(db: LogbookDb): Promise<boolean> {
  const waiting = await db.read(['outbox', 'files', 'sent', 'recordings'], async (tx) => {
    const [files, refused, recordings, operations, looked] = await Promise.all([
      tx.files.count({ index: 'state', prefix: ['waiting'] }),
      tx.files.count({ index: 'state', prefix: ['refused'] }),
      tx.recordings.count(everything),
      tx.outbox.count(everything),
      listAttention(tx),
    ])
    const held = looked.filter(isHeldForFiles).length
    return files + refused + recordings + operations + held
  })
  if (waiting > 0) return false
  await db.destroy()
  return true
}
