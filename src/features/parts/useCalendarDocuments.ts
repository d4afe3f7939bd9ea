import type { LogbookId } from '#domain/identifiers.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments, type ShownDocument } from '#store/documents.ts'
import { calendarKinds } from './calendarOf.ts'
import { useLiveList } from './useLiveValue.ts'

/** The documents of a logbook that `calendarOf` reads. `undefined` while they are read. */
export function useCalendarDocuments(
  db: LogbookDb,
  logbookId: LogbookId,
): readonly ShownDocument[] | undefined {
  const read = useLiveList(
    db,
    async (db) => ({ logbookId, documents: await listDocuments(db, calendarKinds, logbookId) }),
    [logbookId],
  )
  return read?.logbookId === logbookId ? read.documents : undefined
}
