import { decide, type Decision } from '#domain/decide.ts'
import type { LogbookDocument, Written } from '#domain/logbookDocument.ts'
import { sameValue } from '#domain/merge.ts'
import type { Operation, Patch, Value } from '#domain/operation.ts'
import { raised } from '#domain/operationShapes.ts'
import type { Actor } from '#domain/rights.ts'
import { isKnown } from '#protocol/pulledDocument.ts'
import type { Ready } from './batch.ts'
import type { DeviceRow, LogbookDb, OutboxRow, ProgressRow, TableName, Tables } from './database.ts'
import type { Typed, TypedBy } from './journal.ts'
import { findPulled, inPack, packOf, recentOf, type DocumentPlace } from './packs.ts'
import { noProgress } from './progress.ts'
import { readRelated } from './related.ts'
import type { TakenFile } from './takenFile.ts'

/** What goes with an act. */
export interface ActOptions {
  /** Kept in the same transaction, so that no text names a file that is not there. */
  readonly file?: TakenFile | undefined
  /** The words a patch’s author had on the screen, by key: what `seen` names is found by them. */
  readonly saw?: Readonly<Record<string, Written>>
  /** Whose typing the words of a patch are. */
  readonly typed?: TypedBy | undefined
}

/** What became of an act. `ready`: it can be sent as it is. */
export type Acted = Decision & { readonly ready?: Ready | undefined }

/**
 * Does `operation` on this device, online or not. The operation, its number and what is shown of it
 * are written in one transaction: all of them, or none. A refused operation is not written. While a
 * person types, patches of one document that were not sent yet grow into one. It takes the id of the
 * newer one, so that an id never names two wordings: another tab, or a copy of this device, may have
 * seen the first. The document returned tells which operation wrote a field.
 */
export async function act(
  db: LogbookDb,
  wanted: Operation,
  actor: Actor,
  { file, ...options }: ActOptions = {},
): Promise<Acted> {
  // Outside the transaction: it would end while a part of the app is loaded.
  const putFile = file && (await import('./takenFile.ts')).putTaken
  return db.write(file ? withFile : textOnly, async (tx) => {
    const decision = await actIn(tx, wanted, actor, options)
    if (file && decision.verdict !== 'rejected') await putFile?.(tx, file)
    return decision
  })
}

export const textOnly = [
  'packs',
  'shown',
  'outbox',
  'progress',
  'device',
] as const satisfies TableName[]
/** Only with a file: a letter that is typed does not wait until a picture is written. */
const withFile: readonly TableName[] = [...textOnly, 'files', 'pictures', 'bytes', 'recordings']

/** See `act`, within a transaction. */
export async function actIn(
  tx: Tables<(typeof textOnly)[number]>,
  wanted: Operation,
  actor: Actor,
  { saw = {}, typed }: Omit<ActOptions, 'file'>,
): Promise<Acted> {
  const { documentId: id, kind } = wanted
  const { logbookId } = actor
  const [shown, known, recent, pack, device] = await Promise.all([
    tx.shown.get([kind, logbookId, id]),
    tx.progress.get(logbookId),
    tx.packs.get(recentOf({ kind, logbookId })),
    tx.packs.get(packOf({ kind, logbookId, id })),
    wanted.type === 'patch' ? undefined : tx.device.get('device'),
  ])
  const progress = known ?? noProgress(logbookId)
  const { last, taken } = progress
  const isLast = shown !== undefined && shown.lastN === last && last > taken
  const growable = isLast ? shown.growable : null
  const now = shown?.document ?? inPack(recent, id) ?? inPack(pack, id)
  const operation = asSeen(wanted, saw, now)
  const waiting = growable ? await tx.outbox.get([logbookId, last]) : undefined
  const grown = waiting ? grow(waiting, operation, actor) : null

  const next = grown ?? operation
  const before = grown && growable ? growable.before : now
  const read = (place: DocumentPlace) => readShown(tx, place)
  const find = await readRelated(read, before, next, logbookId)
  const decision = decide(before, next, actor, find)
  if (decision.verdict === 'rejected') return decision

  const n = grown ? last : last + 1
  const { document } = decision
  const inputs = typedWith(grown ? waiting?.typed : undefined, typed)
  const row: OutboxRow = {
    logbookId,
    n,
    documentId: id,
    kind,
    operation: next,
    actor: grown && waiting ? waiting.actor : actor,
    ...(inputs && { typed: inputs }),
  }
  await Promise.all([
    tx.outbox.put(row),
    // Of a logbook that was taken away at this very moment, what was done is kept and not shown.
    progress.revoked
      ? null
      : tx.shown.put({
          ...{ kind, logbookId, id, document, lastN: n },
          growable: next.type === 'patch' ? { before } : null,
        }),
    grown ? null : tx.progress.put({ ...progress, last: n }),
  ])
  return { ...decision, ready: readyOf(row, progress, device) }
}

/** Only what grows no more, and what the server can take from this device. */
const readyOf = (
  row: OutboxRow,
  { logbookId, last, settled, revoked }: ProgressRow,
  device: DeviceRow | undefined,
): Ready | undefined =>
  settled === last && !revoked && device?.registered
    ? { logbookId, deviceId: device.id, pending: 1, operations: [row] }
    : undefined

/** Whose words are in an operation once more of them were typed in it. */
const typedWith = (before: Typed | undefined, typed: TypedBy | undefined): Typed | undefined => {
  if (!typed) return before
  const { writer, inputs } = typed
  const last = Object.fromEntries(Object.keys(inputs).map((key) => [key, writer]))
  return {
    inputs: { ...before?.inputs, [writer]: { ...before?.inputs[writer], ...inputs } },
    last: { ...before?.last, ...last },
  }
}

/** A document as this device shows it: what waits on it, else what was pulled. */
export async function readShown(
  tx: Tables<'packs' | 'shown'>,
  place: DocumentPlace,
): Promise<LogbookDocument | null> {
  const row = await tx.shown.get([place.kind, place.logbookId, place.id])
  if (row) return row.document
  const pulled = await findPulled(tx, place)
  return pulled && isKnown(pulled) ? pulled : null
}

/** Most keys of a patch that grows: the server takes none with more than 200. */
const GROWN_KEYS_MAX = 150
/** Longest text of a patch that grows, in UTF-16 code units: three times that is less than a push. */
const GROWN_TEXT_MAX = 300_000

/**
 * The patch with what its author saw, as it is named now: the words are the same, whichever
 * operation bears them since.
 */
function asSeen(
  operation: Operation,
  saw: Readonly<Record<string, Written>>,
  now: LogbookDocument | null,
): Operation {
  if (operation.type !== 'patch') return operation
  const seen = { ...operation.seen }
  for (const [key, { value, by }] of Object.entries(saw)) {
    const field = now?.fields[key]
    seen[key] = field && sameValue(field.value, value) ? field.by : by
  }
  return { ...operation, seen }
}

/** The two patches as one, or `null` where they have to stay two. */
function grow(
  { operation, actor: firstActor }: OutboxRow,
  second: Operation,
  actor: Actor,
): Patch | null {
  const first = raised(operation)
  const same =
    first.type === 'patch' &&
    second.type === 'patch' &&
    firstActor.personId === actor.personId &&
    first.present === second.present
  if (!same || !saw(second, first)) return null
  const set = { ...first.set, ...second.set }
  const values = Object.values(set)
  const length = values.reduce<number>((sum, value) => sum + lengthOf(value), 0)
  if (values.length > GROWN_KEYS_MAX || length > GROWN_TEXT_MAX) return null
  return { ...first, id: second.id, at: second.at, set }
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
