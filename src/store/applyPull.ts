import { CHAIN_START, sumOf } from '#domain/chain.ts'
import type { DeviceId, LogbookId } from '#domain/identifiers.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type {
  BookPart,
  Cursor,
  NewsEvent,
  PullPart,
  PullStart,
  RevokedPart,
} from '#protocol/sync.ts'
import type { LogbookDb, ProgressRow, ShownRow, TableName, Tables } from './database.ts'
import { putBack, settleAll } from './outbox.ts'
import { dropPulled, findPulled, listPulledOf, putPulled } from './packs.ts'
import { dropPictures } from './pictures.ts'
import { moveProgress, noProgress, readProgress } from './progress.ts'
import { isLinked } from './related.ts'
import { dropShown, isRefused, replayAgain } from './replay.ts'
import { everything } from './tables.ts'

/** What the device asks with: where it stands in each logbook it holds. */
export const readCursors = (db: LogbookDb): Promise<Record<LogbookId, Cursor>> =>
  db.read(['books', 'progress'], async (tx) => {
    const cursors: Record<LogbookId, Cursor> = {}
    for (const { id } of await tx.books.list(everything)) {
      cursors[id] = cursorOf(await readProgress(tx, id))
    }
    // Of a logbook that was taken away we ask only what became of what was put aside there.
    for (const row of await tx.progress.list(everything)) {
      if (row.revoked && row.held) cursors[row.logbookId] = cursorOf(row)
    }
    return cursors
  })

const cursorOf = ({ seq, chain, grant, settled, reread }: ProgressRow): Cursor => ({
  ...{ seq, chain, grant },
  settled: reread ? 0 : settled,
})

export interface Applied {
  /** Logbooks whose content does not add up; they are asked for again from the start. */
  readonly mismatched: readonly LogbookId[]
  /** Whether something began where this device does not stand any more, and said more than it holds. */
  readonly late: boolean
}

const tables = [
  ...(['packs', 'shown', 'outbox', 'sent', 'progress'] as const),
  ...(['books', 'signingKeys', 'files', 'pictures', 'bytes', 'server'] as const),
] satisfies readonly TableName[]
type Applying = Tables<(typeof tables)[number]>

/**
 * Writes what was pulled: documents, cursors and verdicts in one transaction. What does not begin
 * where this device stands is left alone: the answer is late. The outbox is never shortened
 * without a verdict; a restored server is offered again what it lost. What waits in a logbook that
 * was taken away stays, apart. What does not add up stays on the screen until the next pull has
 * brought it anew: without a network, that is all a person has.
 */
export const applyPull = (
  db: LogbookDb,
  { serverKey: publicKey, serverTime }: PullStart,
  parts: readonly PullPart[],
): Promise<Applied> =>
  db.write(tables, async (tx) => {
    const mismatched: LogbookId[] = []
    let late = false
    for (const part of parts) {
      if (part.type === 'revoked') await takeAway(tx, part, serverTime)
      if (part.type !== 'book') continue
      const outcome = await applyBook(tx, part, serverTime)
      if (outcome === 'mismatched') mismatched.push(part.id)
      late ||= outcome === 'late'
    }
    const server = await tx.server.get('server')
    if (JSON.stringify(server?.publicKey) !== JSON.stringify(publicKey)) {
      await tx.server.put({ key: 'server', publicKey, sentAt: server?.sentAt ?? null })
    }
    return { mismatched, late }
  })

/**
 * Writes what a push of somebody has just changed. Resolves to whether this device holds it now; if
 * not, a pull has to bring it.
 */
export const applyNews = (
  db: LogbookDb,
  { at, deviceId, part }: NewsEvent,
  ownDevice: DeviceId,
): Promise<boolean> =>
  db.write(tables, async (tx) => {
    const { grant } = await readProgress(tx, part.id)
    // Other rights than this device knows of: everything may look different.
    if (grant !== part.grant) return false
    const verdicts = deviceId === ownDevice ? part.verdicts : []
    const news = { ...part, verdicts }
    if (await isOtherHistory(tx, news)) return false
    return (await applyBook(tx, news, at)) === 'applied'
  })

/**
 * Whether one of our operations had its place where the news are now. A restored server that was
 * offered the same operations as before has the same chain up to here; what it lost of ours goes
 * on being shown, until a pull says so and it is offered again.
 */
async function isOtherHistory(
  tx: Applying,
  { id, from, seq, verdicts }: BookPart,
): Promise<boolean> {
  const { archived } = await readProgress(tx, id)
  const sent = await tx.sent.list({ prefix: [id], from: archived + 1 })
  return sent.some(
    ({ operation, result }) =>
      result.seq > from.seq &&
      result.seq <= seq &&
      verdicts.every((verdict) => verdict.id !== operation.id),
  )
}

type Outcome = 'applied' | 'late' | 'mismatched'

/** `mismatched`: what this device holds afterwards is not what the server says the person may see. */
async function applyBook(tx: Applying, part: BookPart, serverTime: string): Promise<Outcome> {
  const { id, role, grant, seq, chain, reset } = part
  const [held, known] = await Promise.all([tx.books.get(id), tx.progress.get(id)])
  const before = known ?? noProgress(id)
  if (before.seq !== part.from.seq || before.chain !== part.from.chain) {
    return before.seq >= seq ? 'applied' : 'late'
  }
  const facts = part.facts ?? held?.facts
  if (!facts) return 'mismatched'

  const documents = part.documents as unknown as PulledDocument[]
  if (reset) await dropPulled(tx, id)
  if (documents.length > 0) await putPulled(tx, id, documents)
  if (part.keys.length > 0) await tx.signingKeys.putAll(part.keys)
  if (held?.role !== role || part.facts) await tx.books.put({ id, role, facts })
  // A logbook that is given back: its photos are offered again, like all that waits.
  if (!held) await offerRefused(tx, id)
  await settleAll(tx, id, part.verdicts, serverTime, part.reasons)
  const lost = part.lastN === null ? 0 : await putBack(tx, id, part.lastN + 1)

  const isWhole = part.sum === null || part.sum === (await sumHeld(tx, part, documents))
  // Where nothing was written here that no pull has brought, nothing is to be made again.
  const isQuiet = before.archived === before.last && !before.revoked && lost === 0
  const brought = isQuiet
    ? { archived: before.archived, reached: before.archived }
    : await lastBrought(tx, id, seq)
  await moveProgress(tx, id, {
    ...(isWhole ? { grant, seq, chain } : { grant: 0, seq: 0, chain: CHAIN_START }),
    archived: brought.archived,
    // What a restored server thinks of our operations may differ: it is asked about all of them.
    reread: reset === 'restored' || lost > 0 || (before.reread && part.lastN === null),
    revoked: false,
  })
  if (!isQuiet) await showAgain(tx, part, { ...brought, wasRevoked: before.revoked })
  return isWhole ? 'applied' : 'mismatched'
}

/** Checksum over what this device holds of the logbook now. */
const sumHeld = async (
  tx: Applying,
  { id, reset }: BookPart,
  documents: readonly PulledDocument[],
): Promise<string> => sumOf(reset ? documents : await listPulledOf(tx, id))

/** How far a pull up to some `seq` has brought what was written on this device. */
interface Brought {
  /** The last operation that is in the server’s history up to there, with all before it. */
  readonly reached: number
  /** The last one that need not be replayed any more, nor any before it. */
  readonly archived: number
}

/**
 * A draft of somebody present, written on this device, is in no pull, because its owner may not
 * read it: it goes on being replayed, or it would vanish under the hands of who writes it.
 */
async function lastBrought(tx: Applying, id: LogbookId, seq: number): Promise<Brought> {
  const { archived } = await readProgress(tx, id)
  let reached = archived
  let unread: number | null = null
  for (const row of await tx.sent.list({ prefix: [id], from: archived + 1 })) {
    const { n, result, actor, kind, documentId } = row
    if (result.seq > seq) break
    const isForeign = actor.via !== undefined && !isRefused(result)
    if (isForeign && unread === null) {
      const place = { kind, logbookId: id, id: documentId }
      if ((await findPulled(tx, place)) === null) unread = n
    }
    reached = n
  }
  return { reached, archived: unread === null ? reached : unread - 1 }
}

/** Makes again what is shown of documents that changed under what waits on them. */
async function showAgain(
  tx: Applying,
  { id, reset, documents }: BookPart,
  { archived, reached, wasRevoked }: Brought & { readonly wasRevoked: boolean },
): Promise<void> {
  const index = 'logbook'
  // All that was written in these has been pulled.
  await tx.shown.removeAll({ index, prefix: [id], to: archived })
  if (wasRevoked) {
    const waiting = await tx.outbox.list({ prefix: [id] })
    const sent = await tx.sent.list({ prefix: [id], from: archived + 1 })
    await replayAgain(tx, id, [...sent, ...waiting])
    return
  }
  if (documents.length === 0 && !reset && archived === reached) return
  const pulled = new Set(documents.map((document) => document.id))
  const shown = await tx.shown.list({ index, prefix: [id] })
  const linked = documents.some(({ kind }) => isLinked(kind))
  const changed = shown.filter(
    (row) =>
      reset !== null ||
      pulled.has(row.id) ||
      row.lastN <= reached ||
      (linked && isLinked(row.kind)),
  )
  await replayAgain(
    tx,
    id,
    [...changed, ...(await listAwaited(tx, { id, documents, shown, archived }))].map((row) => ({
      kind: row.kind,
      documentId: row.id,
    })),
  )
}

/**
 * Documents that something waits on, with or without a verdict, without being shown: what was done
 * with them made nothing as long as they were not here. After a restore, others bring them back.
 */
async function listAwaited(
  tx: Applying,
  { id, documents, shown, archived }: Arrival,
): Promise<Pick<ShownRow, 'kind' | 'id'>[]> {
  const ids = new Set<string>(shown.map((row) => row.id))
  const found = (documents as unknown as PulledDocument[]).filter((row) => !ids.has(row.id))
  if (found.length === 0) return []
  const answered = await tx.sent.list({ prefix: [id], from: archived + 1 })
  const awaited = new Set(answered.map(({ documentId }) => documentId))
  const counts = await Promise.all(
    found.map((row) => tx.outbox.count({ index: 'document', prefix: [row.id] })),
  )
  return found.filter((row, index) => awaited.has(row.id) || (counts[index] ?? 0) > 0)
}

/** What a pull brought into a logbook, what is shown of it beside, and up to where all was brought. */
interface Arrival extends Pick<BookPart, 'id' | 'documents'>, Pick<Brought, 'archived'> {
  readonly shown: readonly ShownRow[]
}

async function offerRefused(tx: Applying, id: LogbookId): Promise<void> {
  const files = await tx.files.list({ index: 'logbook', prefix: [id] })
  const refused = files.filter(({ state }) => state === 'refused')
  await tx.files.putAll(refused.map((file) => ({ ...file, state: 'waiting' })))
}

async function takeAway(
  tx: Applying,
  { id, lastN, verdicts = [], reasons }: RevokedPart,
  serverTime: string,
): Promise<void> {
  await putBack(tx, id, lastN + 1)
  await settleAll(tx, id, verdicts, serverTime, reasons)
  const { settled } = await readProgress(tx, id)
  await dropPulled(tx, id)
  await dropShown(tx, id)
  await tx.books.remove(id)
  // What the server has is not shown from here any more either.
  const gone = { seq: 0, chain: CHAIN_START, grant: 0, archived: settled, revoked: true }
  await moveProgress(tx, id, gone)
  await dropPictures(tx, id)
}
