import type { DeviceId, LogbookId } from '#domain/identifiers.ts'
import { PUSH_BYTES_MAX, PUSH_MAX } from '#protocol/conversation.ts'
import type { LogbookDb, OutboxRow, ReadTables } from './database.ts'
import { listOperations } from './pages.ts'
import { countIn } from './progress.ts'
import { everything } from './tables.ts'

/** One push: the next operations of one logbook, in order, within the limits of a request. */
export interface Batch {
  readonly pending: number
  readonly operations: readonly OutboxRow[]
}

/** Bytes around the operations of a push, and around each of them. */
const ENVELOPE = 1_000
const WRAPPING = 50

/**
 * Takes the next operations of a logbook for a request, `most` or fewer; they no longer grow from
 * now on. One that is too long to travel with others travels alone. `known`: as they were read.
 */
export async function takeBatch(
  db: LogbookDb,
  logbookId: LogbookId,
  most = PUSH_MAX,
  known: Next | null = null,
): Promise<Batch> {
  const read = known
    ? firstOf(known, most)
    : await db.read(['outbox', 'progress'], (tx) => nextRows(tx, logbookId, { most }))
  // Mostly there is nothing to note: an act that is decided does not grow.
  const last = read.rows.at(-1)
  if (!last || !read.mayGrow) return batchOf(read)
  return db.write(['outbox', 'progress'], async (tx) => {
    const [row, progress] = await Promise.all([
      tx.outbox.get([logbookId, last.n]),
      tx.progress.get(logbookId),
    ])
    const before = read.rows.slice(0, -1)
    // It grew since it was read: by how much is seen when its turn comes.
    if (row?.operation.id !== last.operation.id && before.length > 0)
      return batchOf({ ...read, rows: before })
    const rows = row ? [...before, row] : before
    if (row && progress && last.n > progress.taken)
      await tx.progress.put({ ...progress, taken: last.n })
    return batchOf({ ...read, rows })
  })
}

/** A push of one logbook as one device. */
export interface Addressed extends Batch {
  readonly logbookId: LogbookId
  readonly deviceId: DeviceId
}

/**
 * A decision that waits alone in its logbook, as it was written: it is sent without looking at what
 * waits. By the id that its device had then.
 */
export type Ready = Addressed

/** What waits on this device, and the first of it. */
export interface Outgoing {
  /** Logbooks in which something has no verdict yet, one that was taken away too. */
  readonly toPush: readonly LogbookId[]
  /** How many operations this device has ever numbered. */
  readonly written: number
  /** The first request of the first logbook, for `takeBatch`; `null`: nothing waits. */
  readonly next: Next | null
}

/** Looks at what waits in one go: mostly it is one operation, and somebody waits for it. */
export const readOutgoing = (db: LogbookDb, most = PUSH_MAX): Promise<Outgoing> =>
  db.read(['outbox', 'progress'], async (tx) => {
    const books = await tx.progress.list(everything)
    const toPush = books
      .filter(({ last, settled }) => last > settled)
      .map(({ logbookId }) => logbookId)
    const [first] = toPush
    const next = first === undefined ? null : await nextRows(tx, first, { most })
    return { toPush, written: countIn(books), next }
  })

/**
 * Reads what comes after a batch, `most` or fewer, while that is on its way; `null`: nothing does.
 * For `takeBatch`, once each operation of the batch has its verdict.
 */
export async function readAfter(
  db: LogbookDb,
  logbookId: LogbookId,
  { operations, pending }: Batch,
  most: number,
): Promise<Next | null> {
  const last = operations.at(-1)
  if (!last || pending <= operations.length) return null
  return db.read(['outbox', 'progress'], (tx) =>
    nextRows(tx, logbookId, { most, from: last.n + 1 }),
  )
}

/** The next operations of a logbook, as they were read. */
export interface Next {
  readonly rows: readonly OutboxRow[]
  readonly pending: number
  /** Whether the last of them is a text that somebody may go on typing. */
  readonly mayGrow: boolean
}

async function nextRows(
  tx: ReadTables<'outbox' | 'progress'>,
  logbookId: LogbookId,
  { most, from }: { readonly most: number; readonly from?: number },
): Promise<Next> {
  const limit = Math.min(most, PUSH_MAX)
  let bytes = ENVELOPE
  let count = 0
  const accept = ({ operation }: OutboxRow): boolean => {
    bytes += encoder.encode(JSON.stringify(operation)).length + WRAPPING
    count += 1
    return count === 1 || bytes <= PUSH_BYTES_MAX
  }
  const [pending, progress, rows] = await Promise.all([
    tx.outbox.count({ prefix: [logbookId], ...(from !== undefined && { from }) }),
    tx.progress.get(logbookId),
    listOperations(tx.outbox, logbookId, { ...(from !== undefined && { from }), limit, accept }),
  ])
  const last = rows.at(-1)
  const isTail = last?.n === progress?.last && (last?.n ?? 0) > (progress?.taken ?? 0)
  return { rows, pending, mayGrow: isTail && last?.operation.type === 'patch' }
}

/** No more of them than a request may carry. Only the very last may grow. */
const firstOf = (next: Next, most: number): Next =>
  next.rows.length <= most ? next : { ...next, rows: next.rows.slice(0, most), mayGrow: false }

const batchOf = ({ rows, pending }: Next): Batch => ({ pending, operations: rows })

const encoder = new TextEncoder()
