import { relatedIds } from '#domain/decide.ts'
import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import { kindNames, kinds, type KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Operation } from '#domain/operation.ts'
import type { FindDocument } from '#domain/rights.ts'
import type { DocumentPlace } from './packs.ts'

/** Kinds of which an act on one document asks for another: what waits on them is replayed together. */
const linkedKinds = kindNames.filter(
  (name) => kinds[name].partOf !== undefined || kinds[name].lifecycle.freeze !== undefined,
)
export const isLinked = (kind: string): boolean => (linkedKinds as readonly string[]).includes(kind)

/** Where a document may be that an act on one of `kind` asks for: of which kind it is, only it says. */
const placesOf = (kind: KindName, logbookId: LogbookId, id: DocumentId): DocumentPlace[] =>
  (isLinked(kind) ? linkedKinds : [kind]).map((each) => ({ kind: each, logbookId, id }))

/**
 * The documents that `decide` may ask for, read before it runs: it cannot wait for a database.
 * `read` gives one as this device holds it.
 */
export async function readRelated(
  read: (place: DocumentPlace) => Promise<LogbookDocument | null>,
  before: LogbookDocument | null,
  operation: Operation,
  logbookId: LogbookId,
): Promise<FindDocument> {
  const found = new Map<DocumentId, LogbookDocument>()
  for (const id of relatedIds(before, operation)) {
    for (const place of placesOf(operation.kind, logbookId, id)) {
      const document = await read(place)
      if (document) found.set(id, document)
    }
  }
  return (id) => found.get(id) ?? null
}
