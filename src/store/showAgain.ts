import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { BookPart } from '#protocol/sync.ts'
import type { ShownRow, Tables } from './database.ts'
import { findPulled } from './packs.ts'
import { listOperations } from './pages.ts'
import { readProgress } from './progress.ts'
import { isLinked } from './related.ts'
import { isRefused, replayAgain } from './replay.ts'
import { listSent } from './sent.ts'

type Showing = Tables<'packs' | 'shown' | 'outbox' | 'sent' | 'progress'>

/** How far a pull up to some `seq` has brought what was written on this device. */
export interface Brought {
  /** The last operation that is in the server’s history up to there, with all before it. */
  readonly reached: number
  /** The last one that need not be replayed any more, nor any before it. */
  readonly archived: number
  /** What is shown of these was made with operations that have been brought now. */
  readonly documentIds: ReadonlySet<DocumentId>
}

/**
 * How far a pull up to `seq` has brought what was written here, where this device stands as it did
 * before. A draft of somebody present, written on this device, is in no pull, because its owner may not
 * read it: it goes on being replayed, or it would vanish under the hands of who writes it.
 */
export async function lastBrought(tx: Showing, id: LogbookId, seq: number): Promise<Brought> {
  const { archived } = await readProgress(tx, id)
  const documentIds = new Set<DocumentId>()
  let reached = archived
  let unread: number | null = null
  for (const row of await listSent(tx, id, { from: archived + 1 })) {
    const { n, result, actor, kind, documentId } = row
    if (result.seq > seq) break
    const isForeign = actor.via !== undefined && !isRefused(result)
    if (isForeign && unread === null) {
      const place = { kind, logbookId: id, id: documentId }
      if ((await findPulled(tx, place)) === null) unread = n
    }
    documentIds.add(documentId)
    reached = n
  }
  return { reached, archived: unread === null ? reached : unread - 1, documentIds }
}

/** The last operation that was written here, and whether the logbook was taken away until now. */
export interface Written {
  readonly last: number
  readonly wasRevoked: boolean
}

/** Makes again what is shown of documents that changed under what waits on them. */
export async function showAgain(
  tx: Showing,
  { id, reset, documents }: BookPart,
  { archived, documentIds, reached, last, wasRevoked }: Brought & Written,
): Promise<void> {
  const index = 'logbook'
  // All that was written in these has been pulled.
  await tx.shown.removeAll({ index, prefix: [id], to: archived })
  if (wasRevoked) {
    const waiting = await listOperations(tx.outbox, id)
    const sent = await listSent(tx, id, { from: archived + 1 })
    await replayAgain(tx, id, [...sent, ...waiting])
    return
  }
  // All was brought that was ever written here: nothing is shown any more but what was pulled.
  if (archived === last) return
  if (documents.length === 0 && !reset && archived === reached && documentIds.size === 0) return
  const pulled = new Set(documents.map((document) => document.id))
  const shown = await tx.shown.list({ index, prefix: [id] })
  const linked = documents.some(({ kind }) => isLinked(kind))
  const changed = shown.filter(
    (row) =>
      reset !== null ||
      pulled.has(row.id) ||
      // What a person present did may be brought without anything that the owner of the phone sees.
      documentIds.has(row.id) ||
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
  tx: Showing,
  { id, documents, shown, archived }: Arrival,
): Promise<Pick<ShownRow, 'kind' | 'id'>[]> {
  const ids = new Set<string>(shown.map((row) => row.id))
  const found = (documents as unknown as PulledDocument[]).filter((row) => !ids.has(row.id))
  if (found.length === 0) return []
  const answered = await listSent(tx, id, { from: archived + 1 })
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
