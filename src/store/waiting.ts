import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
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

/** A document in which something waits. */
export interface WaitingDocument {
  readonly documentId: DocumentId
  readonly kind: KindName
  /** When it was last written; UTC instant of this device. */
  readonly at: string
}

/** Most documents that are listed: a page or two on a phone. */
const LISTED_MAX = 50

/** Documents in which something waits, the one written first before. At most fifty of a logbook. */
export const listWaiting = (db: LogbookDb): Promise<WaitingDocument[]> =>
  db.read(['shown', 'outbox', 'progress'], async (tx) => {
    const found: WaitingDocument[] = []
    for (const { logbookId, settled } of await waitingBooks(tx)) {
      const range = { index: 'logbook', prefix: [logbookId], from: settled + 1, limit: LISTED_MAX }
      for (const { id, kind, lastN } of await tx.shown.list(range)) {
        const row = await tx.outbox.get([logbookId, lastN])
        if (row) found.push({ documentId: id, kind, at: row.operation.at })
      }
    }
    return found.sort((a, b) => a.at.localeCompare(b.at))
  })

/** An operation that needs its author. Without a `result`, its logbook was taken away. */
export type RefusedRow = OutboxRow & Partial<Pick<SentRow, 'result'>>

/** What needs the person: refused or put aside by the server, or of a logbook that was taken away. */
export const listRefused = (db: LogbookDb): Promise<RefusedRow[]> =>
  db.read(['sent', 'outbox', 'progress'], async (tx) => {
    const revoked = (await tx.progress.list(everything)).filter((book) => book.revoked)
    const stranded = await Promise.all(
      revoked.map(({ logbookId }) => tx.outbox.list({ prefix: [logbookId], limit: LISTED_MAX })),
    )
    return [...(await tx.sent.list({ index: 'attention', prefix: [1] })), ...stranded.flat()]
  })

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

/** Whether something waits that no request has carried yet. */
export const hasFresh = (db: LogbookDb): Promise<boolean> =>
  db.read(['progress'], async (tx) =>
    (await tx.progress.list(everything)).some(({ last, taken }) => last > taken),
  )

/** Deletes the person’s database, if nothing on it is unsent. Returns whether it did. */
export async function deleteIfAllSent(db: LogbookDb): Promise<boolean> {
  const waiting = await db.read(['outbox', 'files'], async (tx) => {
    const files = await tx.files.count({ index: 'state', prefix: ['waiting'] })
    return files + (await tx.outbox.count(everything))
  })
  if (waiting > 0) return false
  await db.destroy()
  return true
}
