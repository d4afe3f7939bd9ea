import { decide, relatedIds, type Decision } from '#domain/decide.ts'
import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Operation, Patch } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import { isKnown } from '#protocol/sync.ts'
import type { BaseRow, FileRow, LogbookDb, OutboxRow, OutboxStatus } from './database.ts'

/** A document as this device shows it: what was pulled, with what waits replayed on it. */
export interface ShownDocument extends LogbookDocument {
  /** Operations on it that the server has not confirmed. */
  readonly waiting: number
}

const replayed: readonly OutboxStatus[] = ['pending', 'sending', 'settled']

/**
 * Does `operation` on this device, online or not. The operation and its number are written in one
 * transaction: both, or neither; `file` with them, so that no text names a photo that is not
 * there. A refused operation is not written. While a person types, patches of one document that
 * were not sent yet grow into one: the document returned tells which operation wrote a field.
 */
export function act(
  db: LogbookDb,
  operation: Operation,
  actor: Actor,
  file?: FileRow,
): Promise<Decision> {
  return db.transaction('rw', db.base, db.outbox, db.counters, db.files, async () => {
    const rows = await rowsOf(db, operation.documentId)
    const last = rows.at(-1)
    const grown = last && (await isLastOfLogbook(db, last)) ? grow(last, operation, actor) : null
    const earlier = grown ? rows.slice(0, -1) : rows
    const before = await replay(db, operation.documentId, earlier)

    const next = grown ?? operation
    const find = await finder(db, before, next)
    const decision = decide(before, next, actor, find)
    if (decision.verdict === 'rejected') return decision

    if (file && !(await db.files.get(file.sha256))) await db.files.add(file)
    if (grown && last) {
      await db.outbox.update(last.id, { operation: grown })
      return decision
    }
    const { id, documentId, kind } = operation
    const { logbookId } = actor
    const n = ((await db.counters.get(logbookId))?.n ?? 0) + 1
    await db.counters.put({ logbookId, n })
    const status = 'pending'
    await db.outbox.add({
      id,
      logbookId,
      documentId,
      kind,
      n,
      status,
      operation,
      actor,
      result: null,
    })
    return decision
  })
}

/** One document as this device shows it, or `null`. */
export const findDocument = (db: LogbookDb, id: DocumentId): Promise<ShownDocument | null> =>
  db.transaction('r', db.base, db.outbox, async () => {
    const rows = await rowsOf(db, id)
    const document = await replay(db, id, rows)
    return document && shown(document, rows)
  })

/** Every document of a kind in one logbook, or in all. No order. Discarded ones are left out. */
export const listDocuments = (
  db: LogbookDb,
  kind: KindName,
  logbookId?: LogbookId,
): Promise<ShownDocument[]> =>
  db.transaction('r', db.base, db.outbox, async () => {
    const pulled = await (logbookId
      ? db.base.where({ logbookId, kind }).toArray()
      : db.base.where({ kind }).toArray())
    const rows = await liveRows(db, logbookId)
    const waiting = new Set(
      rows.filter((row) => row.kind === kind).map(({ documentId }) => documentId),
    )
    const listed: ShownDocument[] = pulled
      .filter((row) => isKnown(row) && !waiting.has(row.id))
      .map((row) => ({ ...row, waiting: 0 }))
    for (const id of waiting) {
      const own = rows.filter(({ documentId }) => documentId === id)
      const document = await replay(db, id, own)
      if (document) listed.push(shown(document, own))
    }
    return listed.filter(({ state }) => state !== 'discarded')
  })

const shown = (document: LogbookDocument, rows: readonly OutboxRow[]): ShownDocument => ({
  ...document,
  waiting: rows.filter(({ status }) => status !== 'settled').length,
})

async function liveRows(db: LogbookDb, logbookId?: LogbookId) {
  const rows = await (
    logbookId
      ? db.outbox.where('[logbookId+status]').anyOf(replayed.map((status) => [logbookId, status]))
      : db.outbox.where('status').anyOf(replayed)
  ).toArray()
  return rows.sort((a, b) => a.n - b.n)
}

async function rowsOf(db: LogbookDb, documentId: DocumentId): Promise<OutboxRow[]> {
  const rows = await db.outbox
    .where('[documentId+status]')
    .anyOf(replayed.map((status) => [documentId, status]))
    .toArray()
  return rows.sort((a, b) => a.n - b.n)
}

/** Every document that `decide` may ask for is read before: it cannot wait for a database. */
async function finder(db: LogbookDb, before: LogbookDocument | null, operation: Operation) {
  const ids = relatedIds(before, operation)
  const found = new Map<DocumentId, LogbookDocument | null>()
  for (const id of ids) found.set(id, await replay(db, id, await rowsOf(db, id)))
  return (id: DocumentId) => found.get(id) ?? null
}

async function replay(
  db: LogbookDb,
  id: DocumentId,
  rows: readonly OutboxRow[],
): Promise<LogbookDocument | null> {
  const base = (await db.base.get(id)) ?? null
  const known = base && isKnown(base) ? base : null
  let document: LogbookDocument | null = known
  for (const row of rows) {
    if (isShownBy(known, row)) continue
    const find = await finder(db, document, row.operation)
    document = decide(document, row.operation, row.actor, find).document
  }
  return document
}

/** A refused operation shows nothing; a confirmed one is in the base as soon as it was pulled. */
const isShownBy = (base: BaseRow | null, { result }: OutboxRow) =>
  result !== null &&
  (result.verdict === 'rejected' ||
    result.verdict === 'held' ||
    (base !== null && base.revision >= result.seq))

/** Only what no request has carried may still change, and nothing may have been written after it. */
async function isLastOfLogbook(db: LogbookDb, row: OutboxRow) {
  const counter = await db.counters.get(row.logbookId)
  return row.status === 'pending' && counter?.n === row.n
}

function grow(last: OutboxRow, operation: Operation, actor: Actor): Patch | null {
  const before = last.operation
  const same =
    before.type === 'patch' &&
    operation.type === 'patch' &&
    last.actor.personId === actor.personId &&
    before.present === operation.present
  if (!same) return null
  // What was seen before the first of the two counts: the second saw the first.
  const fresh = Object.entries(operation.seen).filter(([key]) => !Object.hasOwn(before.set, key))
  return {
    ...before,
    at: operation.at,
    set: { ...before.set, ...operation.set },
    seen: { ...Object.fromEntries(fresh), ...before.seen },
  }
}
