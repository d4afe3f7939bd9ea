import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { PackRow, Tables } from './database.ts'
import type { Key } from './tables.ts'

/** Which document, and where it is kept. */
export interface DocumentPlace {
  readonly kind: KindName
  readonly logbookId: LogbookId
  readonly id: DocumentId
}

/** Rows that the documents of one kind in one logbook are spread over: some thirty in each. */
const BUCKETS = 4

/** The last figure of a UUID is as good as drawn by lot. */
const bucketOf = (id: string): number => Number.parseInt(id.slice(-1), 16) % BUCKETS

/** A document as it was pulled, or `null`. */
export async function findPulled(
  tx: Tables<'packs'>,
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

/** All documents of a logbook as they were pulled, of every kind. No order. */
export async function listPulledOf(
  tx: Tables<'packs'>,
  logbookId: LogbookId,
): Promise<PulledDocument[]> {
  const packs = await tx.packs.list({ index: 'logbook', prefix: [logbookId] })
  return packs.flatMap(({ documents }) => documents)
}

/** Puts documents of one logbook in the place of what was pulled of them before. */
export async function putPulled(
  tx: Tables<'packs'>,
  logbookId: LogbookId,
  documents: readonly PulledDocument[],
): Promise<void> {
  const changed = new Map<string, PackRow>()
  for (const document of documents) {
    const { kind, id } = document
    const bucket = bucketOf(id)
    const name = `${kind}/${bucket}`
    const { documents: before } = changed.get(name) ?? { documents: [] }
    changed.set(name, { kind, logbookId, bucket, documents: [...before, document] })
  }
  const held = await Promise.all(
    [...changed.values()].map((row) => tx.packs.get([row.kind, logbookId, row.bucket])),
  )
  const rows = [...changed.values()].map((row, index) => {
    const ids = new Set(row.documents.map(({ id }) => id))
    const kept = (held[index]?.documents ?? []).filter(({ id }) => !ids.has(id))
    return { ...row, documents: [...kept, ...row.documents] }
  })
  await tx.packs.putAll(rows)
}

/** Forgets all that was pulled of a logbook. */
export const dropPulled = (tx: Tables<'packs'>, logbookId: LogbookId): Promise<void> =>
  tx.packs.removeAll({ index: 'logbook', prefix: [logbookId] })
