import type { LogbookId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { BookRow, LogbookDb } from '#store/database.ts'
import { findDocument, listDocuments, type ShownDocument } from '#store/documents.ts'
import type { DocumentPlace } from '#store/packs.ts'
import { readBooks } from './readBooks.ts'
import { useLiveList, useLiveValue } from './useLiveValue.ts'

/** One document; `null`: there is none (yet). `undefined` while it is read. */
export function useDocument(
  db: LogbookDb,
  { kind, logbookId, id }: DocumentPlace,
): ShownDocument | null | undefined {
  // A live read goes on showing the last answer while it reads the next one.
  const read = useLiveValue(
    db,
    async (db) => ({ id, document: await findDocument(db, { kind, logbookId, id }) }),
    [kind, logbookId, id],
  )
  return read?.id === id ? read.document : undefined
}

/** Every document of a kind in one logbook, or in all; no order. `undefined` while they are read. */
export function useDocuments(
  db: LogbookDb,
  kind: KindName,
  logbookId?: LogbookId,
): readonly ShownDocument[] | undefined {
  const read = useLiveList(
    db,
    async (db) => ({ kind, logbookId, documents: await listDocuments(db, kind, logbookId) }),
    [kind, logbookId],
  )
  return read?.kind === kind && read.logbookId === logbookId ? read.documents : undefined
}

/** The logbooks this device holds. `undefined` while they are read. */
export const useBooks = (db: LogbookDb): readonly BookRow[] | undefined =>
  useLiveValue(db, readBooks, [])
