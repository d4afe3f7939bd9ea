import { filesOf } from '#domain/content.ts'
import type { DeviceId, LogbookId } from '#domain/identifiers.ts'
import { raised } from '#domain/operationShapes.ts'
import type { BookPart, PushResponse, Result } from '#protocol/sync.ts'
import type { Batch } from './batch.ts'
import type { LogbookDb, OutboxRow, SentRow, Tables } from './database.ts'
import { listOperations } from './pages.ts'
import { moveProgress, readProgress } from './progress.ts'
import { isRefused, replayAgain } from './replay.ts'
import { changeSent, listSent, putSent, rowsIn, takeSent } from './sent.ts'
import { isHeldForFiles } from './waiting.ts'

/** What a push has carried, and as which device. */
interface Carried extends Pick<Batch, 'operations'> {
  readonly deviceId: DeviceId
}

/** Writes the verdicts of a push. Operations without one stay where they are. */
export const settle = (
  db: LogbookDb,
  logbookId: LogbookId,
  { results, serverTime }: Pick<PushResponse, 'results' | 'serverTime'>,
  push: Carried | null = null,
): Promise<void> =>
  db.write(
    ['packs', 'shown', 'outbox', 'sent', 'progress', 'server', 'device'],
    async (tx) => {
      if (results.length === 0) return
      const range = rangeOf(results)
      const [server, device, count] = await Promise.all([
        tx.server.get('server'),
        tx.device.get('device'),
        tx.outbox.count({ prefix: [logbookId], ...range }),
      ])
      const carried = push?.operations.filter(({ n }) => n >= range.from && n <= range.to)
      // Under the number of a device that a request has carried there is never anything else.
      const isAsCarried = device?.id === push?.deviceId && count === carried?.length
      const open =
        carried && isAsCarried ? carried : await listOperations(tx.outbox, logbookId, range)
      const numbers = new Set(open.map(({ n }) => n))
      // An answer that was overtaken says nothing about what has a verdict already.
      const news = results.filter(({ n }) => numbers.has(n))
      const publicKey = server?.publicKey ?? null
      await tx.server.put({ key: 'server', publicKey, sentAt: serverTime })
      const held = { waiting: open, known: [] }
      await record(tx, logbookId, held, { results: news, at: serverTime, isAnswer: true })
    },
    'relaxed',
  )

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
  const range = rangeOf(results)
  const waiting = await listOperations(tx.outbox, logbookId, range)
  const known = await listSent(tx, logbookId, range)
  await record(tx, logbookId, { waiting, known }, { results, at, reasons })
}

/** What this device holds under the numbers of some verdicts. */
interface Answered {
  readonly waiting: readonly OutboxRow[]
  readonly known: readonly SentRow[]
}

/** Verdicts, when they were said, and what the person said who settled them. */
interface Verdicts {
  readonly results: readonly Result[]
  readonly at: string
  readonly reasons?: BookPart['reasons']
  /** They answer a push, and come without the documents that a pull brings. */
  readonly isAnswer?: boolean
}

async function record(
  tx: Tables<'packs' | 'shown' | 'outbox' | 'sent' | 'progress'>,
  logbookId: LogbookId,
  { waiting, known }: Answered,
  { results, at, reasons = [], isAnswer = false }: Verdicts,
): Promise<void> {
  if (results.length === 0) return
  const rows = new Map<number, OutboxRow | SentRow>(
    [...known, ...waiting].map((row) => [row.n, row]),
  )
  const answered = new Set(known.map(({ n }) => n))

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
  const isNew = ({ n }: SentRow) => !answered.has(n)
  await putSent(tx, moved.filter(isNew))
  await changeSent(
    tx,
    logbookId,
    moved.filter((row) => !isNew(row)),
  )
  await takeOut(tx, logbookId, waiting, moved)
  const [[first], progress] = await Promise.all([
    tx.outbox.list({ prefix: [logbookId], limit: 1 }),
    readProgress(tx, logbookId),
  ])
  const { last, held, seq, archived } = progress
  const settled = first ? first.n - 1 : last
  const isPlain = held !== true && !moved.some(isHeld)
  // What counts now and was refused before: no pull may ever bring it, if somebody present wrote it.
  const counted = changed.filter((row) => !isRefused(row.result)).map(({ n }) => n - 1)
  await moveProgress(tx, progress, {
    archived: Math.min(archived, ...counted),
    ...{ settled, ...(!isPlain && { held: await holds(tx, logbookId, moved) }) },
    // A pull has brought it before, by another way than from here: what is shown of it beside goes
    // when the next one says so, also where nothing is new.
    ...(isAnswer && moved.some(({ result }) => result.seq <= seq) && { reread: true }),
  })
  if (changed.length > 0) await replayAgain(tx, logbookId, changed)
}

/** Put aside for a person: what comes again with its files is not. */
const isHeld = (row: SentRow) => row.result.verdict === 'held' && !isHeldForFiles(row)

/** Whether something of ours is put aside in this logbook, now that these have their verdicts. */
const holds = async (
  tx: Tables<'sent'>,
  logbookId: LogbookId,
  moved: readonly SentRow[],
): Promise<boolean> =>
  moved.some(isHeld) ||
  moved.length === 0 ||
  (await tx.sent.list({ prefix: [logbookId] })).flatMap(rowsIn).some(isHeld)

const rangeOf = (results: readonly Result[]) => {
  const numbers = results.map(({ n }) => n)
  return { from: Math.min(...numbers), to: Math.max(...numbers) }
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
 * files it names. Returns how many operations.
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
  const lost = await takeSent(tx, logbookId, from)
  if (lost.length === 0) return 0
  await tx.outbox.putAll(lost.map(unsettled))
  const progress = await readProgress(tx, logbookId)
  await moveProgress(tx, progress, {
    settled: Math.min(progress.settled, from - 1),
    archived: Math.min(progress.archived, from - 1),
  })
  const files = lost.flatMap((row) => {
    const operation = raised(row.operation)
    return operation.type === 'patch' ? filesOf(operation.set) : []
  })
  for (const { sha256 } of files) {
    const file = await tx.files.get(sha256)
    if (file) await tx.files.put({ ...file, state: 'waiting' })
  }
  await replayAgain(tx, logbookId, lost)
  return lost.length
}

/**
 * What this browser sent while it was another device (`becomeNewDevice`) has no number any more under
 * which a restored server could miss it: all of it is offered again, under new ones. What the server
 * has it knows by its id. Returns how many operations.
 */
export async function offerFormer(
  tx: Tables<'packs' | 'shown' | 'outbox' | 'sent' | 'progress'>,
  logbookId: LogbookId,
): Promise<number> {
  const former = await listSent(tx, logbookId, { from: -Infinity, to: 0 })
  if (former.length === 0) return 0
  const sent = await takeSent(tx, logbookId, -Infinity)
  await putSent(
    tx,
    sent.filter(({ n }) => n > 0),
  )
  const progress = await readProgress(tx, logbookId)
  const { last } = progress
  await tx.outbox.putAll(
    former.map((row, index) => unsealed({ ...unsettled(row), n: last + index + 1 })),
  )
  const count = last + former.length
  await moveProgress(tx, progress, { last: count, taken: count })
  await replayAgain(tx, logbookId, former)
  return former.length
}

const unsettled = ({ result: _, attention: __, ...row }: SentRow): OutboxRow => row

/** Without the JWS of a signature, which names the device that made it: the server takes it as one of the session. */
export const unsealed = (row: OutboxRow): OutboxRow =>
  row.operation.type === 'sign' ? { ...row, operation: { ...row.operation, jws: null } } : row
