import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { PackRow, ReadTables, Tables } from './database.ts'
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
const bucketOf = (id: string): number => Number.parseInt(id.slice(-1), 16) % BUCKETS

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

/** All documents of a logbook as they were pulled, of every kind. No order. */
export async function listPulledOf(
  tx: ReadTables<'packs'>,
  logbookId: LogbookId,
): Promise<PulledDocument[]> {
  const packs = await tx.packs.list({ index: 'logbook', prefix: [logbookId] })
  return packs.flatMap(({ documents }) => documents)
}

/** The rows in which these documents of one logbook are, or would be. */
export async function packsOf(
  tx: ReadTables<'packs'>,
  logbookId: LogbookId,
  documents: readonly PulledDocument[],
): Promise<PackRow[]> {
  const places = new Map<string, Key>()
  for (const { kind, id } of documents)
    places.set(`${kind}/${bucketOf(id)}`, [kind, logbookId, bucketOf(id)])
  const rows = await Promise.all([...places.values()].map((key) => tx.packs.get(key)))
  return rows.filter((row) => row !== undefined)
}

/**
 * Puts documents of one logbook in the place of what was pulled of them before; `held`: the rows in
 * which they are, where they were read already.
 */
export async function putPulled(
  tx: Tables<'packs'>,
  logbookId: LogbookId,
  documents: readonly PulledDocument[],
  held?: readonly PackRow[],
): Promise<void> {
  const changed = new Map<string, PackRow & { readonly documents: PulledDocument[] }>()
  for (const document of documents) {
    const { kind, id } = document
    const bucket = bucketOf(id)
    const name = `${kind}/${bucket}`
    const row = changed.get(name) ?? { kind, logbookId, bucket, documents: [] }
    row.documents.push(document)
    changed.set(name, row)
  }
  const found = held ?? (await packsOf(tx, logbookId, documents))
  const before = new Map(found.map((row) => [`${row.kind}/${row.bucket}`, row.documents]))
  const rows = [...changed].map(([name, row]) => {
    const ids = new Set(row.documents.map(({ id }) => id))
    const kept = (before.get(name) ?? []).filter(({ id }) => !ids.has(id))
    return { ...row, documents: [...kept, ...row.documents] }
  })
  await tx.packs.putAll(rows)
}

/** Forgets all that was pulled of a logbook. */
export const dropPulled = (tx: Tables<'packs'>, logbookId: LogbookId): Promise<void> =>
  tx.packs.removeAll({ index: 'logbook', prefix: [logbookId] })
