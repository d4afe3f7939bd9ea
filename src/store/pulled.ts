import type { LogbookId } from '#domain/identifiers.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { PackRow, ReadTables, Tables } from './database.ts'
import { bucketOf } from './packs.ts'
import type { Key } from './tables.ts'

/** All documents of a logbook as they were pulled, of every kind. No order. */
export async function listPulledOf(
  tx: ReadTables<'packs'>,
  logbookId: LogbookId,
): Promise<PulledDocument[]> {
  const packs = await tx.packs.list({ index: 'logbook', prefix: [logbookId] })
  return packs.flatMap(({ documents }) => documents)
}

/** Keys of the rows in which these documents of one logbook are, or would be. */
export function packsOf(logbookId: LogbookId, documents: readonly PulledDocument[]): Key[] {
  const keys = new Map<string, Key>()
  for (const { kind, id } of documents)
    keys.set(`${kind}/${bucketOf(id)}`, [kind, logbookId, bucketOf(id)])
  return [...keys.values()]
}

/** Those of the rows that there are: one after the other, or they all come in one task of the page. */
export async function readPacks(tx: ReadTables<'packs'>, keys: readonly Key[]): Promise<PackRow[]> {
  const rows: PackRow[] = []
  for (const key of keys) {
    const row = await tx.packs.get(key)
    if (row) rows.push(row)
  }
  return rows
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
  const found = held ?? (await readPacks(tx, packsOf(logbookId, documents)))
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
