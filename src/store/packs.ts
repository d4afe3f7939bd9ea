import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { PackRow, ReadTables } from './database.ts'
import type { Key } from './tables.ts'

/** Which document, and where it is kept. */
export interface DocumentPlace {
  readonly kind: KindName
  readonly logbookId: LogbookId
  readonly id: DocumentId
}

/**
 * Rows that the documents of one kind in one logbook are spread over: some thirty in each. Another
 * number would look for what devices hold already in other rows than it is in.
 */
const BUCKETS = 4

/** The last figure of a UUID is as good as drawn by lot. */
export const bucketOf = (id: string): number => Number.parseInt(id.slice(-1), 16) % BUCKETS

/** A document as it was pulled, or `null`. */
export async function findPulled(
  tx: ReadTables<'packs'>,
  place: DocumentPlace,
): Promise<PulledDocument | null> {
  return inPack(await tx.packs.get(packOf(place)), place.id)
}

/** Key of the row that a document is in. */
export const packOf = ({ kind, logbookId, id }: DocumentPlace): Key => [
  kind,
  logbookId,
  bucketOf(id),
]

/** The document of this id in a row, or `null`. */
export const inPack = (pack: PackRow | undefined, id: DocumentId): PulledDocument | null =>
  pack?.documents.find((document) => document.id === id) ?? null
