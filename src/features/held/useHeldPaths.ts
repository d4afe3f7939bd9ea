import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import { kinds, type KindName } from '#domain/kinds.ts'
import { documentPath } from '#features/parts/documentPath.ts'
import { useLiveRead } from '#features/parts/useLiveRead.ts'
import type { HeldItem } from '#protocol/held.ts'
import type { LogbookDb } from '#store/database.ts'
import { findDocument } from '#store/documents.ts'

/** Where the document of each item can be read on this device; `null`: it is not here. */
export function useHeldPaths(
  db: LogbookDb,
  logbookId: LogbookId,
  items: readonly HeldItem[] | undefined,
): (item: HeldItem) => string | null {
  const paths = useLiveRead(
    db,
    async (db) => {
      const found = new Map<HeldItem, string | null>()
      for (const item of items ?? []) found.set(item, await pathOf(db, logbookId, item))
      return found
    },
    [logbookId, items],
  )
  return (item) => paths?.get(item) ?? null
}

async function pathOf(
  db: LogbookDb,
  logbookId: LogbookId,
  { kind, documentId, when }: HeldItem,
): Promise<string | null> {
  if (kind === null || documentId === null || !Object.hasOwn(kinds, kind)) return null
  const place = { kind: kind as KindName, logbookId, id: documentId as DocumentId }
  return (await findDocument(db, place)) ? documentPath({ ...place, when }) : null
}
