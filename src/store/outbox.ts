import { filesOf } from '#domain/content.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { Operation } from '#domain/operation.ts'
import { PUSH_BYTES_MAX, PUSH_MAX } from '#protocol/conversation.ts'
import type { BookPart, Result } from '#protocol/sync.ts'
import type { LogbookDb, OutboxRow, ProgressRow, SentRow, Tables } from './database.ts'
import { moveProgress, readProgress } from './progress.ts'
import { isRefused, replayAgain } from './replay.ts'
import { isHeldForPhotos } from './waiting.ts'

/** One push: the next operations of one logbook, in order, within the limits of a request. */
export interface Batch {
  readonly pending: number
  readonly operations: readonly { readonly n: number; readonly operation: Operation }[]
}

/** Bytes around the operations of a push, and around each of them. */
const ENVELOPE = 1_000
const WRAPPING = 50

/**
 * Takes the next operations of a logbook for a request, `most` or fewer; they no longer grow from
 * now on. One that is too long to travel with others travels alone.
 */
export async function takeBatch(
  db: LogbookDb,
  logbookId: LogbookId,
  most = PUSH_MAX,
): Promise<Batch> {
  const limit = Math.min(most, PUSH_MAX)
  const read = await db.read(['outbox', 'progress'], (tx) => nextRows(tx, logbookId, limit))
  // Mostly there is nothing to note: an act that is decided does not grow.
  if (!read.mayGrow) return batchOf(read)
  return db.write(['outbox', 'progress'], async (tx) => {
    const next = await nextRows(tx, logbookId, limit)
    const last = next.rows.at(-1)?.n ?? 0
    const { progress } = next
    if (progress && last > progress.taken) await tx.progress.put({ ...progress, taken: last })
    return batchOf(next)
  })
}

interface Next {
  readonly rows: readonly OutboxRow[]
  readonly pending: number
  readonly progress: ProgressRow | undefined
  /** Whether the last of them is a text that somebody may go on typing. */
  readonly mayGrow: boolean
}

async function nextRows(
  tx: Tables<'outbox' | 'progress'>,
  logbookId: LogbookId,
  limit: number,
): Promise<Next> {
  const [found, pending, progress] = await Promise.all([
    tx.outbox.list({ prefix: [logbookId], limit }),
    tx.outbox.count({ prefix: [logbookId] }),
    tx.progress.get(logbookId),
  ])
  const rows: OutboxRow[] = []
  let bytes = ENVELOPE
  for (const row of found) {
    bytes += encoder.encode(JSON.stringify(row.operation)).length + WRAPPING
    if (rows.length > 0 && bytes > PUSH_BYTES_MAX) break
    rows.push(row)
  }
  const last = rows.at(-1)
  const isTail = last?.n === progress?.last && (last?.n ?? 0) > (progress?.taken ?? 0)
  return { rows, pending, progress, mayGrow: isTail && last?.operation.type === 'patch' }
}

const batchOf = ({ rows, pending }: Next): Batch => ({
  pending,
  operations: rows.map(({ n, operation }) => ({ n, operation })),
})

const encoder = new TextEncoder()

/** Writes the verdicts of a push. Operations without one stay where they are. */
export const settle = (
  db: LogbookDb,
  logbookId: LogbookId,
  results: readonly Result[],
  serverTime: string,
): Promise<void> =>
  db.write(['packs', 'shown', 'outbox', 'sent', 'progress', 'server'], async (tx) => {
    if (results.length === 0) return
    const open = await tx.outbox.list(rangeOf(logbookId, results))
    const numbers = new Set(open.map(({ n }) => n))
    // An answer that was overtaken says nothing about what has a verdict already.
    const news = results.filter(({ n }) => numbers.has(n))
    await settleAll(tx, logbookId, news, serverTime)
    const server = await tx.server.get('server')
    const publicKey = server?.publicKey ?? null
    await tx.server.put({ key: 'server', publicKey, sentAt: serverTime })
  })

/**
 * Moves each operation that has its verdict out of the outbox; it is known by its number and its
 * id. A verdict on an operation that has one already says what the server thinks now: after a
 * restore, or once a person settled what was put aside, that may be another one. `reasons`: what
 * that person said.
 */
export async function settleAll(
  tx: Tables<'packs' | 'shown' | 'outbox' | 'sent' | 'progress'>,
  logbookId: LogbookId,
  results: readonly Result[],
  at: string,
  reasons: BookPart['reasons'] = [],
): Promise<void> {
  if (results.length === 0) return
  const range = rangeOf(logbookId, results)
  const [waiting, known] = await Promise.all([tx.outbox.list(range), tx.sent.list(range)])
  const rows = new Map<number, OutboxRow | SentRow>(
    [...known, ...waiting].map((row) => [row.n, row]),
  )

  const reasonOf = new Map(reasons.map(({ id, reason }) => [id, reason]))
  const moved: SentRow[] = []
  const changed: SentRow[] = []
  for (const { id, n, verdict, code, seq } of results) {
    const row = rows.get(n)
    if (row?.operation.id !== id) continue
    const before = 'result' in row ? row.result : null
    const reason = reasonOf.get(id)
    const isSaid = reason === undefined || before?.reason === reason
    if (before?.verdict === verdict && before.seq === seq && isSaid) continue
    const result = { verdict, code, seq, at, ...(reason !== undefined && { reason }) }
    const { documentId, kind, operation, actor, typed } = row
    const sent = {
      ...{ logbookId, n, documentId, kind, operation, actor, result },
      ...(typed && { typed }),
    }
    moved.push(isRefused(result) ? { ...sent, attention: 1 } : sent)
    if (isRefused(result) || (before && isRefused(before))) changed.push(sent)
  }
  await tx.sent.putAll(moved)
  await takeOut(tx, logbookId, waiting, moved)
  const [first] = await tx.outbox.list({ prefix: [logbookId], limit: 1 })
  const { last, held } = await readProgress(tx, logbookId)
  const settled = first ? first.n - 1 : last
  if (held !== true && !moved.some(isHeld)) await moveProgress(tx, logbookId, { settled })
  else await moveProgress(tx, logbookId, { settled, held: await holds(tx, logbookId, moved) })
  await replayAgain(tx, logbookId, changed)
}

/** Put aside for a person: what comes again with its photos is not. */
const isHeld = (row: SentRow) => row.result.verdict === 'held' && !isHeldForPhotos(row)

/** Whether something of ours is put aside in this logbook, now that these have their verdicts. */
const holds = async (
  tx: Tables<'sent'>,
  logbookId: LogbookId,
  moved: readonly SentRow[],
): Promise<boolean> =>
  moved.some(isHeld) ||
  moved.length === 0 ||
  (await tx.sent.list({ prefix: [logbookId] })).some(isHeld)

const rangeOf = (logbookId: LogbookId, results: readonly Result[]) => {
  const numbers = results.map(({ n }) => n)
  return { prefix: [logbookId], from: Math.min(...numbers), to: Math.max(...numbers) }
}

/** Removes the moved rows from the outbox: in one go where they are all there is between two numbers. */
async function takeOut(
  tx: Tables<'outbox'>,
  logbookId: LogbookId,
  waiting: readonly OutboxRow[],
  moved: readonly SentRow[],
): Promise<void> {
  const numbers = new Set(moved.map(({ n }) => n))
  const gone = waiting.filter(({ n }) => numbers.has(n)).map(({ n }) => n)
  if (gone.length === 0) return
  const isAll = gone.length === waiting.length
  if (isAll) {
    const range = { prefix: [logbookId], from: Math.min(...gone), to: Math.max(...gone) }
    await tx.outbox.removeAll(range)
  } else await Promise.all(gone.map((n) => tx.outbox.remove([logbookId, n])))
}

/**
 * The server knows this device’s operations only up to before `expected` (it was restored from an
 * older backup): offers again everything from there on that this device still holds, and the
 * photos it names. Returns how many operations.
 */
export const offerAgain = (
  db: LogbookDb,
  logbookId: LogbookId,
  expected: number,
): Promise<number> =>
  db.write(['packs', 'shown', 'outbox', 'sent', 'progress', 'files'], (tx) =>
    putBack(tx, logbookId, expected),
  )

/** See `offerAgain`. */
export async function putBack(
  tx: Tables<'packs' | 'shown' | 'outbox' | 'sent' | 'progress' | 'files'>,
  logbookId: LogbookId,
  expected: number,
): Promise<number> {
  const from = Math.max(expected, 1)
  const lost = await tx.sent.list({ prefix: [logbookId], from })
  if (lost.length === 0) return 0
  await tx.outbox.putAll(
    lost.map(({ n, documentId, kind, operation, actor, typed }) => ({
      ...{ logbookId, n, documentId, kind, operation, actor },
      ...(typed && { typed }),
    })),
  )
  await tx.sent.removeAll({ prefix: [logbookId], from })
  const { settled, archived } = await readProgress(tx, logbookId)
  await moveProgress(tx, logbookId, {
    settled: Math.min(settled, from - 1),
    archived: Math.min(archived, from - 1),
  })
  const photos = lost.flatMap(({ operation }) =>
    operation.type === 'patch' ? filesOf(operation.set) : [],
  )
  for (const { sha256 } of photos) {
    const file = await tx.files.get(sha256)
    if (file) await tx.files.put({ ...file, state: 'waiting' })
  }
  await replayAgain(tx, logbookId, lost)
  return lost.length
}
