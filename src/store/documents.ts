import type { LogbookId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { isKnown, type PulledDocument } from '#protocol/pulledDocument.ts'
import type { LogbookDb, ProgressRow, ReadTables, ShownRow } from './database.ts'
import { documentsIn, findPulled, type DocumentPlace } from './packs.ts'

/** A document as this device shows it: what was pulled, with what waits replayed on it. */
export interface ShownDocument extends LogbookDocument {
  /** Whether there is something in it that the server has not confirmed. */
  readonly waiting: boolean
}

/** One document as this device shows it, or `null`. */
export const findDocument = (db: LogbookDb, place: DocumentPlace): Promise<ShownDocument | null> =>
  db.read(['packs', 'shown', 'progress'], async (tx) => {
    const { kind, logbookId, id } = place
    const [row, progress, pulled] = await Promise.all([
      tx.shown.get([kind, logbookId, id]),
      tx.progress.get(logbookId),
      findPulled(tx, place),
    ])
    if (row) return { ...row.document, waiting: row.lastN > (progress?.settled ?? 0) }
    return pulled && isKnown(pulled) ? { ...pulled, waiting: false } : null
  })

/**
 * Every document of a kind, or of several, in one logbook, or in all, as they are at one moment. No
 * order. Discarded ones are left out.
 */
export const listDocuments = (
  db: LogbookDb,
  kinds: KindName | readonly KindName[],
  logbookId?: LogbookId,
): Promise<ShownDocument[]> =>
  db.read(['packs', 'shown', 'progress'], (tx) => listShown(tx, kinds, logbookId))

/** See `listDocuments`. */
export async function listShown(
  tx: ReadTables<'packs' | 'shown' | 'progress'>,
  kinds: KindName | readonly KindName[],
  logbookId?: LogbookId,
): Promise<ShownDocument[]> {
  const own = logbookId ? [logbookId] : []
  const prefixes = [kinds].flat().map((kind) => [kind, ...own])
  const progress = tx.progress.list({ prefix: own })
  const packs = prefixes.map((prefix) => tx.packs.list({ prefix }))
  const shown = prefixes.map((prefix) => tx.shown.list({ prefix }))
  await Promise.all([progress, ...packs, ...shown])
  return shownOf(
    documentsIn((await Promise.all(packs)).flat()),
    (await Promise.all(shown)).flat(),
    await progress,
  )
}

/** Documents of whatever logbooks, as this device shows them. Discarded ones are left out. */
export function shownOf(
  pulled: readonly PulledDocument[],
  shown: readonly ShownRow[],
  progress: readonly ProgressRow[],
): ShownDocument[] {
  const settled = new Map(progress.map((row) => [row.logbookId, row.settled]))
  const written = new Set(shown.map(({ id }) => id))
  const documents = [
    ...pulled.filter(({ id }) => !written.has(id)).map((each) => ({ ...each, waiting: false })),
    ...shown.map(({ document, lastN, logbookId: id }) => ({
      ...document,
      waiting: lastN > (settled.get(id) ?? 0),
    })),
  ]
  return documents.filter(({ state }) => state !== 'discarded')
}
