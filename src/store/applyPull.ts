import { CHAIN_START, sumOf } from '#domain/chain.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { BookPart, Cursor, PullPart, PullStart, RevokedPart } from '#protocol/sync.ts'
import type { LogbookDb, TableName, Tables } from './database.ts'
import { dropPictures } from './files.ts'
import { putBack, settleAll } from './outbox.ts'
import { dropPulled, listPulledOf, putPulled } from './packs.ts'
import { moveProgress, readProgress } from './progress.ts'
import { isLinked } from './related.ts'
import { dropShown, replayAgain } from './replay.ts'
import { everything } from './tables.ts'

/** What the device asks with: where it stands in each logbook it holds. */
export const readCursors = (db: LogbookDb): Promise<Record<LogbookId, Cursor>> =>
  db.read(['books', 'progress'], async (tx) => {
    const cursors: Record<LogbookId, Cursor> = {}
    for (const { id } of await tx.books.list(everything)) {
      const { seq, chain, grant, settled, reread } = await readProgress(tx, id)
      cursors[id] = { seq, chain, grant, settled: reread ? 0 : settled }
    }
    return cursors
  })

export interface Applied {
  /** Logbooks whose content does not add up; they are asked for again from the start. */
  readonly mismatched: readonly LogbookId[]
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
    for (const part of parts) {
      if (part.type === 'revoked') await takeAway(tx, part)
      if (part.type !== 'book') continue
      if (!(await applyBook(tx, part, serverTime))) mismatched.push(part.id)
    }
    const server = await tx.server.get('server')
    if (JSON.stringify(server?.publicKey) !== JSON.stringify(publicKey)) {
      await tx.server.put({ key: 'server', publicKey, sentAt: server?.sentAt ?? null })
    }
    return { mismatched }
  })

/** Whether what this device holds afterwards is what the server says this person may see. */
async function applyBook(tx: Applying, part: BookPart, serverTime: string): Promise<boolean> {
  const { id, role, grant, seq, chain, reset } = part
  const held = await tx.books.get(id)
  const before = await readProgress(tx, id)
  if (before.seq !== part.from.seq || before.chain !== part.from.chain) return true
  const facts = part.facts ?? held?.facts
  if (!facts) return false

  const documents = part.documents as unknown as PulledDocument[]
  if (reset) await dropPulled(tx, id)
  await putPulled(tx, id, documents)
  await tx.signingKeys.putAll(part.keys)
  if (held?.role !== role || part.facts) await tx.books.put({ id, role, facts })
  await settleAll(tx, id, part.verdicts, serverTime)
  const lost = await putBack(tx, id, part.lastN + 1)

  const isWhole = part.sum === null || part.sum === (await sumHeld(tx, part, documents))
  const { archived } = await readProgress(tx, id)
  const reached = await lastWithin(tx, id, archived, seq)
  await moveProgress(tx, id, {
    ...(isWhole ? { grant, seq, chain } : { grant: 0, seq: 0, chain: CHAIN_START }),
    archived: reached,
    // What a restored server thinks of our operations may differ: it is asked about all of them.
    reread: reset === 'restored' || lost > 0,
    revoked: false,
  })
  await showAgain(tx, part, { archived: reached, wasRevoked: before.revoked })
  return isWhole
}

/** Checksum over what this device holds of the logbook now. */
const sumHeld = async (
  tx: Applying,
  { id, reset }: BookPart,
  documents: readonly PulledDocument[],
): Promise<string> => sumOf(reset ? documents : await listPulledOf(tx, id))

/** The last operation whose effect, and that of all before it, a pull up to `seq` has brought. */
async function lastWithin(tx: Applying, id: LogbookId, archived: number, seq: number) {
  let reached = archived
  for (const { n, result } of await tx.sent.list({ prefix: [id], from: archived + 1 })) {
    if (result.seq > seq) break
    reached = n
  }
  return reached
}

/** Makes again what is shown of documents that changed under what waits on them. */
async function showAgain(
  tx: Applying,
  { id, reset, documents }: BookPart,
  { archived, wasRevoked }: { readonly archived: number; readonly wasRevoked: boolean },
): Promise<void> {
  const index = 'logbook'
  // All that was written in these has been pulled.
  await tx.shown.removeAll({ index, prefix: [id], to: archived })
  if (wasRevoked) {
    const waiting = await tx.outbox.list({ prefix: [id] })
    await replayAgain(tx, id, waiting)
    return
  }
  if (documents.length === 0 && !reset) return
  const pulled = new Set(documents.map((document) => document.id))
  const shown = await tx.shown.list({ index, prefix: [id] })
  const linked = documents.some(({ kind }) => isLinked(kind))
  const changed = shown.filter(
    (row) => reset !== null || pulled.has(row.id) || (linked && isLinked(row.kind)),
  )
  await replayAgain(
    tx,
    id,
    changed.map(({ kind, id: documentId }) => ({ kind, documentId })),
  )
}

async function takeAway(tx: Applying, { id, lastN }: RevokedPart): Promise<void> {
  await putBack(tx, id, lastN + 1)
  const { settled } = await readProgress(tx, id)
  await dropPulled(tx, id)
  await dropShown(tx, id)
  await tx.books.remove(id)
  // What the server has is not shown from here any more either.
  const gone = { seq: 0, chain: CHAIN_START, grant: 0, archived: settled, revoked: true }
  await moveProgress(tx, id, gone)
  await dropPictures(tx, id)
}
