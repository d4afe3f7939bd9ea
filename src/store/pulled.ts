import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { PackRow, ReadTables, Tables } from './database.ts'
import { bucketOf, BUCKETS, documentsIn, RECENT, recentOf } from './packs.ts'
import type { Key } from './tables.ts'

/** All documents of a logbook as they were pulled, of every kind. No order. */
export async function listPulledOf(
  tx: ReadTables<'packs'>,
  logbookId: LogbookId,
): Promise<PulledDocument[]> {
  const packs = await tx.packs.list({ index: 'logbook', prefix: [logbookId] })
  return documentsIn(packs)
}

/** The rows of what changed last, of the kinds of these documents of one logbook. */
export const readRecent = async (
  tx: ReadTables<'packs'>,
  logbookId: LogbookId,
  documents: readonly PulledDocument[],
): Promise<PackRow[]> => {
  const kinds = [...new Set(documents.map(({ kind }) => kind))]
  const rows = await Promise.all(kinds.map((kind) => tx.packs.get(recentOf({ kind, logbookId }))))
  return rows.filter((row) => row !== undefined)
}

/** Most documents in the row of what changed last; others are put in their own. Fewer in simulated worlds. */
export const recentRow = { most: 8 }

/**
 * Puts documents of one logbook in the place of what was pulled of them before. `recent`: what
 * `readRecent` found; `null`: nothing is held.
 */
export async function putPulled(
  tx: Tables<'packs'>,
  logbookId: LogbookId,
  documents: readonly PulledDocument[],
  recent: readonly PackRow[] | null,
): Promise<void> {
  const rows: PackRow[] = []
  const many: PulledDocument[] = []
  for (const kind of new Set(documents.map((each) => each.kind))) {
    const changed = documents.filter((each) => each.kind === kind)
    const ids = new Set(changed.map(({ id }) => id))
    const row = recent?.find((each) => each.kind === kind)
    const together = [...(row?.documents ?? []).filter(({ id }) => !ids.has(id)), ...changed]
    const moved = new Set(changed.length > recentRow.most ? together : crowded(together))
    many.push(...moved)
    const left = together.filter((each) => !moved.has(each))
    if (left.length > 0) rows.push({ kind, logbookId, bucket: RECENT, documents: left })
    else if (row) await tx.packs.remove(recentOf({ kind, logbookId }))
  }
  if (many.length > 0) {
    const held = recent ? await readPacks(tx, packsOf(logbookId, many)) : []
    rows.push(...spread(logbookId, many, held))
  }
  await tx.packs.putAll(rows)
}

/** Which of them have to go where they do not fit: those of one row, so that it is written for several. */
function crowded(documents: readonly PulledDocument[]): readonly PulledDocument[] {
  if (documents.length <= recentRow.most) return []
  const rows = Array.from({ length: BUCKETS }, (_, bucket) =>
    documents.filter(({ id }) => bucketOf(id) === bucket),
  )
  return rows.reduce((most, each) => (each.length > most.length ? each : most))
}

/** Keys of the rows that all documents are in, for these of one logbook. */
function packsOf(logbookId: LogbookId, documents: readonly PulledDocument[]): Key[] {
  const keys = new Map<string, Key>()
  for (const { kind, id } of documents)
    keys.set(`${kind}/${bucketOf(id)}`, [kind, logbookId, bucketOf(id)])
  return [...keys.values()]
}

/** Those of the rows that there are: one after the other, or they all come in one task of the page. */
async function readPacks(tx: ReadTables<'packs'>, keys: readonly Key[]): Promise<PackRow[]> {
  const rows: PackRow[] = []
  for (const key of keys) {
    const row = await tx.packs.get(key)
    if (row) rows.push(row)
  }
  return rows
}

/** The rows that all documents are in, with these in them. */
function spread(
  logbookId: LogbookId,
  documents: readonly PulledDocument[],
  held: readonly PackRow[],
): PackRow[] {
  const before = new Map(held.map((row) => [`${row.kind}/${row.bucket}`, row.documents]))
  const rows = new Map<string, Omit<PackRow, 'documents'> & { readonly found: Found }>()
  for (const document of documents) {
    const { kind, id } = document
    const bucket = bucketOf(id)
    const name = `${kind}/${bucket}`
    const known = rows.get(name)
    const found: Found =
      known?.found ?? new Map((before.get(name) ?? []).map((each) => [each.id, each]))
    if (!known) rows.set(name, { kind, logbookId, bucket, found })
    found.set(id, document)
  }
  return [...rows.values()].map(({ found, ...row }) => ({ ...row, documents: [...found.values()] }))
}

type Found = Map<DocumentId, PulledDocument>

/** Forgets all that was pulled of a logbook. */
export const dropPulled = (tx: Tables<'packs'>, logbookId: LogbookId): Promise<void> =>
  tx.packs.removeAll({ index: 'logbook', prefix: [logbookId] })
