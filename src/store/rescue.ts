import { documentWhen } from '#domain/documentWhen.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import { raised } from '#domain/operationShapes.ts'
import type { RescuedOperation } from '#domain/rescue.ts'
import { PUSH_BYTES_MAX, PUSH_MAX } from '#protocol/conversation.ts'
import type { RescueParcel } from '#protocol/rescue.ts'
import type { FileRow, LogbookDb, OutboxRow } from './database.ts'
import { findDocument } from './documents.ts'
import { isRefused } from './replay.ts'
import { rowsIn } from './sent.ts'
import { everything } from './tables.ts'

/** What a device gives away in a rescue file: operations of one logbook, and what they are about. */
export type RescueContents = Pick<RescueParcel, 'logbookId' | 'documents'> & {
  readonly operations: readonly RescuedOperation[]
}

/** Bytes around an operation within a parcel. */
const WRAPPING = 50

/**
 * All that waits on this device or that the server did not take into account, in parcels of one
 * logbook each that fit into a request, in the order it was written; and the files that are only
 * here. From now on these operations no longer grow: what is in the file is what this device sends.
 */
export async function collectRescue(
  db: LogbookDb,
): Promise<{ readonly parcels: readonly RescueContents[]; readonly photos: readonly FileRow[] }> {
  const { rows, photos } = await db.write(['outbox', 'sent', 'progress', 'files'], async (tx) => {
    const [waiting, sent, books, files] = await Promise.all([
      tx.outbox.list(everything),
      tx.sent.list(everything),
      tx.progress.list(everything),
      tx.files.list(everything),
    ])
    await tx.progress.putAll(books.map((book) => ({ ...book, taken: book.last })))
    return {
      rows: [...sent.flatMap(rowsIn).filter(({ result }) => isRefused(result)), ...waiting],
      photos: files.filter(({ state }) => state !== 'stored'),
    }
  })
  const byBook = new Map<LogbookId, OutboxRow[]>()
  for (const row of rows) byBook.set(row.logbookId, [...(byBook.get(row.logbookId) ?? []), row])
  const parcels: RescueContents[] = []
  for (const [logbookId, own] of byBook) {
    for (const part of cut(own.sort((a, b) => a.n - b.n))) {
      parcels.push({
        logbookId,
        operations: part.map(({ n, operation }) => ({ n, operation })),
        documents: await namesOf(db, part),
      })
    }
  }
  return { parcels, photos }
}

/** In pieces that fit into a request; one that is too long for others stands alone. */
function cut(rows: readonly OutboxRow[]): OutboxRow[][] {
  const parts: OutboxRow[][] = []
  let part: OutboxRow[] = []
  let bytes = 0
  for (const row of rows) {
    const size = encoder.encode(JSON.stringify(row.operation)).length + WRAPPING
    if (part.length === PUSH_MAX || (part.length > 0 && bytes + size > PUSH_BYTES_MAX)) {
      parts.push(part)
      part = []
      bytes = 0
    }
    part.push(row)
    bytes += size
  }
  return part.length > 0 ? [...parts, part] : parts
}

const encoder = new TextEncoder()

/** What the documents of these operations are, each once. */
async function namesOf(
  db: LogbookDb,
  rows: readonly OutboxRow[],
): Promise<RescueParcel['documents']> {
  const names = new Map<string, RescueParcel['documents'][number]>()
  for (const { documentId: id, kind, logbookId } of rows) {
    if (names.has(id)) continue
    const document = await findDocument(db, { kind, logbookId, id })
    const own = rows.filter(({ documentId }) => documentId === id)
    const written = own.map((row) => {
      const operation = raised(row.operation)
      return operation.type === 'patch' ? operation.set : {}
    })
    names.set(id, {
      id,
      kind,
      when: documentWhen(document, Object.assign({}, ...written) as never),
    })
  }
  return [...names.values()]
}
