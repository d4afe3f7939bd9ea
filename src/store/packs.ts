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
export const BUCKETS = 4

/**
 * What changed last is in a row of its own, and holds in the place of what the other rows say: to show
 * one signature, thirty weeks would be read, written and read again.
 */
export const RECENT = -1

/** The last figure of a UUID is as good as drawn by lot. */
export const bucketOf = (id: string): number => Number.parseInt(id.slice(-1), 16) % BUCKETS

/** A document as it was pulled, or `null`. */
export async function findPulled(
  tx: ReadTables<'packs'>,
  place: DocumentPlace,
): Promise<PulledDocument | null> {
  const recent = inPack(await tx.packs.get(recentOf(place)), place.id)
  return recent ?? inPack(await tx.packs.get(packOf(place)), place.id)
}

/** Key of the row that a document is in. */
export const packOf = ({ kind, logbookId, id }: DocumentPlace): Key => [
  kind,
  logbookId,
  bucketOf(id),
]

/** Key of the row that it is in, if it changed lately. */
export const recentOf = ({ kind, logbookId }: Omit<DocumentPlace, 'id'>): Key => [
  kind,
  logbookId,
  RECENT,
]

/** The document of this id in a row, or `null`. */
export const inPack = (pack: PackRow | undefined, id: DocumentId): PulledDocument | null =>
  pack?.documents.find((document) => document.id === id) ?? null

/** All documents in these rows, which are all that there are of their kinds. No order. */
export function documentsIn(packs: readonly PackRow[]): PulledDocument[] {
  const recent = packs.filter(({ bucket }) => bucket === RECENT)
  if (recent.length === 0) return packs.flatMap(({ documents }) => documents)
  const last = recent.flatMap(({ documents }) => documents)
  const ids = new Set(last.map(({ id }) => id))
  const others = packs.filter(({ bucket }) => bucket !== RECENT)
  return [...others.flatMap(({ documents }) => documents).filter(({ id }) => !ids.has(id)), ...last]
}
