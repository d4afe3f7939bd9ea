import { decide, relatedIds, type Decision } from '#domain/decide.ts'
import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import { kindNames, kinds, type KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Operation, Patch, Value } from '#domain/operation.ts'
import { sameValue } from '#domain/merge.ts'
import type { Actor } from '#domain/rights.ts'
import { isKnown } from '#protocol/pulledDocument.ts'
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
    const rows = await rowsAround(db, operation, actor.logbookId)
    const last = rows.findLast(({ documentId }) => documentId === operation.documentId)
    const grown = last && (await isLastOfLogbook(db, last)) ? grow(last, operation, actor) : null
    const read = await replay(db, grown ? rows.filter((row) => row !== last) : rows)
    const before = await read(operation.documentId)

    const next = grown ?? operation
    const decision = decide(before, next, actor, await finder(read, before, next))
    if (decision.verdict === 'rejected') return decision

    const isStored = file && (await db.files.get(file.sha256))?.state === 'stored'
    if (file && !isStored) await db.files.put(file)
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
    const own = await ownRows(db, id)
    const [row] = own
    const read = await replay(db, row ? await rowsAround(db, row, row.logbookId) : [])
    const document = await read(id)
    return document && shown(document, own)
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
    const together = isLinked(kind) ? linkedKinds : [kind]
    const rows = await liveRows(db, together, logbookId)
    const read = await replay(db, rows)
    const rowsById = new Map<DocumentId, OutboxRow[]>()
    for (const row of rows) {
      if (row.kind !== kind) continue
      rowsById.set(row.documentId, [...(rowsById.get(row.documentId) ?? []), row])
    }
    const listed: ShownDocument[] = pulled
      .filter((row) => isKnown(row) && !rowsById.has(row.id))
      .map((row) => ({ ...row, waiting: 0 }))
    for (const [id, own] of rowsById) {
      const document = await read(id)
      if (document) listed.push(shown(document, own))
    }
    return listed.filter(({ state }) => state !== 'discarded')
  })

const shown = (document: LogbookDocument, rows: readonly OutboxRow[]): ShownDocument => ({
  ...document,
  waiting: rows.filter(({ status }) => status !== 'settled').length,
})

/** Kinds of which an act on one document asks for another: what waits on them is replayed together. */
const linkedKinds = kindNames.filter(
  (name) => kinds[name].partOf !== undefined || kinds[name].lifecycle.freeze !== undefined,
)
const isLinked = (kind: KindName) => linkedKinds.includes(kind)

async function liveRows(db: LogbookDb, of: readonly KindName[], logbookId?: LogbookId) {
  const rows = await (
    logbookId
      ? db.outbox.where('[logbookId+status]').anyOf(replayed.map((status) => [logbookId, status]))
      : db.outbox.where('status').anyOf(replayed)
  ).toArray()
  return rows.filter(({ kind }) => of.includes(kind)).sort(byNumber)
}

async function ownRows(db: LogbookDb, documentId: DocumentId): Promise<OutboxRow[]> {
  const rows = await db.outbox
    .where('[documentId+status]')
    .anyOf(replayed.map((status) => [documentId, status]))
    .toArray()
  return rows.sort(byNumber)
}

/** What waits on a document, and on those that an act on it may ask for. */
const rowsAround = (
  db: LogbookDb,
  { documentId, kind }: Pick<OutboxRow, 'documentId' | 'kind'>,
  logbookId: LogbookId,
) => (isLinked(kind) ? liveRows(db, linkedKinds, logbookId) : ownRows(db, documentId))

const byNumber = (a: OutboxRow, b: OutboxRow) => a.n - b.n

/** Gives a document as it is after what was replayed, or `null`. */
type Read = (id: DocumentId) => Promise<LogbookDocument | null>

/** Every document that `decide` may ask for is read before: it cannot wait for a database. */
async function finder(read: Read, before: LogbookDocument | null, operation: Operation) {
  const found = new Map<DocumentId, LogbookDocument | null>()
  for (const id of relatedIds(before, operation)) found.set(id, await read(id))
  return (id: DocumentId) => found.get(id) ?? null
}

/**
 * Replays operations on what was pulled, in the order they were done: each finds the other
 * documents as they were at that moment, a section before its interview was frozen.
 */
async function replay(db: LogbookDb, rows: readonly OutboxRow[]): Promise<Read> {
  const bases = new Map<DocumentId, BaseRow | null>()
  const documents = new Map<DocumentId, LogbookDocument | null>()
  const readBase = async (id: DocumentId) => {
    const known = bases.get(id)
    if (known !== undefined) return known
    const row = await db.base.get(id)
    const base = row && isKnown(row) ? row : null
    bases.set(id, base)
    return base
  }
  const read: Read = async (id) => {
    const base = await readBase(id)
    return documents.get(id) ?? base
  }
  for (const row of rows) {
    if (isShownBy(await readBase(row.documentId), row)) continue
    const before = await read(row.documentId)
    const find = await finder(read, before, row.operation)
    documents.set(row.documentId, decide(before, row.operation, row.actor, find).document)
  }
  return read
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

/** Most keys of a patch that grows: the server takes none with more than 200. */
const GROWN_KEYS_MAX = 150
/** Longest text of a patch that grows, in UTF-16 code units: three times that is less than a push. */
const GROWN_TEXT_MAX = 300_000

/** The two patches as one, or `null` where they have to stay two. */
function grow(last: OutboxRow, operation: Operation, actor: Actor): Patch | null {
  const before = last.operation
  const same =
    before.type === 'patch' &&
    operation.type === 'patch' &&
    last.actor.personId === actor.personId &&
    before.present === operation.present
  if (!same || !saw(operation, before)) return null
  const set = { ...before.set, ...operation.set }
  const values = Object.values(set)
  const length = values.reduce<number>((sum, value) => sum + lengthOf(value), 0)
  if (values.length > GROWN_KEYS_MAX || length > GROWN_TEXT_MAX) return null
  return { ...before, at: operation.at, set }
}

const lengthOf = (value: Value) => (typeof value === 'string' ? value.length : 1)

/**
 * Whether who wrote `second` had `first` on the screen, and nothing else that is newer: another
 * tab writes an operation of its own, so that both wordings are kept, and so does who has read a
 * pull in between. What was seen before the first then holds for both.
 */
function saw(second: Patch, first: Patch): boolean {
  const keys = new Set([...Object.keys(first.seen), ...Object.keys(second.seen)])
  for (const key of Object.keys(second.set)) keys.add(key)
  return [...keys].every((key) => {
    if (!Object.hasOwn(first.set, key)) return first.seen[key] === second.seen[key]
    if (!Object.hasOwn(second.set, key) || second.seen[key] === first.id) return true
    return sameValue(first.set[key] ?? null, second.set[key] ?? null)
  })
}
