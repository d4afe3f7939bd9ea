import { filesOf } from '#domain/content.ts'
import type { LogbookId, OperationId } from '#domain/identifiers.ts'
import type { Operation } from '#domain/operation.ts'
import { PUSH_BYTES_MAX, PUSH_MAX } from '#protocol/conversation.ts'
import type { Result } from '#protocol/sync.ts'
import type { LogbookDb, OutboxRow } from './database.ts'

/** What waits on this device, for the person to see. */
export interface Waiting {
  /** Documents with words the server has not confirmed. */
  readonly documents: number
  readonly photos: number
  /** When the oldest of them was written; UTC instant of this device. `null`: nothing waits. */
  readonly since: string | null
  /** When the server last confirmed something; UTC instant. */
  readonly sentAt: string | null
}

export const countWaiting = (db: LogbookDb): Promise<Waiting> =>
  db.transaction('r', db.outbox, db.files, db.server, async () => {
    const rows = await unsent(db).toArray()
    const server = await db.server.get('server')
    return {
      documents: new Set(rows.map(({ documentId }) => documentId)).size,
      photos: await db.files.where({ state: 'waiting' }).count(),
      since: rows.map(({ operation }) => operation.at).sort()[0] ?? null,
      sentAt: server?.sentAt ?? null,
    }
  })

const unsent = (db: LogbookDb) => db.outbox.where('status').anyOf('pending', 'sending')

/** Operations that wait, in the order they were written. */
export const listUnsent = async (db: LogbookDb): Promise<OutboxRow[]> =>
  (await unsent(db).toArray()).sort((a, b) => a.operation.at.localeCompare(b.operation.at))

/**
 * What the server refused or put aside, and what belongs to a logbook that was taken away, until
 * the person has noticed it.
 */
export const listRefused = (db: LogbookDb): Promise<OutboxRow[]> =>
  db.outbox
    .filter(
      ({ status, result, noticed }) =>
        noticed === undefined &&
        (status === 'quarantined' || result?.verdict === 'rejected' || result?.verdict === 'held'),
    )
    .toArray()

/** The person has read that these were refused. They stay here all the same. */
export const notice = async (db: LogbookDb, ids: readonly OperationId[]): Promise<void> => {
  await db.outbox.where('id').anyOf(ids).modify({ noticed: true })
}

export const logbooksToPush = async (db: LogbookDb): Promise<LogbookId[]> => {
  const rows = await unsent(db).toArray()
  return [...new Set(rows.map(({ logbookId }) => logbookId))]
}

/** Whether something waits that no request has carried yet. */
export const hasFresh = async (db: LogbookDb): Promise<boolean> =>
  (await db.outbox.where({ status: 'pending' }).count()) > 0

/** One push: the next operations of one logbook, in order, within the limits of a request. */
export interface Batch {
  readonly pending: number
  readonly operations: readonly { readonly n: number; readonly operation: Operation }[]
}

/** Bytes around the operations of a push, and around each of them. */
const ENVELOPE = 1_000
const WRAPPING = 50

/**
 * Takes the next operations of a logbook for a request, `most` or fewer; they no longer grow from
 * now on. One that is too long to travel with others travels alone.
 */
export const takeBatch = (db: LogbookDb, logbookId: LogbookId, most = PUSH_MAX): Promise<Batch> =>
  db.transaction('rw', db.outbox, async () => {
    const rows = await db.outbox
      .where('[logbookId+status]')
      .anyOf([
        [logbookId, 'pending'],
        [logbookId, 'sending'],
      ])
      .toArray()
    rows.sort((a, b) => a.n - b.n)
    const taken: OutboxRow[] = []
    let bytes = ENVELOPE
    for (const row of rows.slice(0, Math.min(most, PUSH_MAX))) {
      bytes += encoder.encode(JSON.stringify(row.operation)).length + WRAPPING
      if (taken.length > 0 && bytes > PUSH_BYTES_MAX) break
      taken.push(row)
    }
    for (const { id } of taken) await db.outbox.update(id, { status: 'sending' })
    return {
      pending: rows.length,
      operations: taken.map(({ n, operation }) => ({ n, operation })),
    }
  })

const encoder = new TextEncoder()

/** Writes the verdicts of a push. Operations without one stay where they are. */
export const settle = (
  db: LogbookDb,
  results: readonly Result[],
  serverTime: string,
): Promise<void> =>
  db.transaction('rw', db.outbox, db.server, async () => {
    for (const result of results) await settleOne(db, result, serverTime)
    const server = await db.server.get('server')
    const publicKey = server?.publicKey ?? null
    await db.server.put({ key: 'server', publicKey, sentAt: serverTime })
  })

export async function settleOne(db: LogbookDb, result: Result, at: string): Promise<void> {
  const { id, verdict, code, seq } = result
  const row = await db.outbox.get(id)
  if (row?.status !== 'pending' && row?.status !== 'sending') return
  await db.outbox.update(id, { status: 'settled', result: { verdict, code, seq, at } })
}

/**
 * The server knows this device’s operations only up to before `expected` (it was restored from an
 * older backup): offers again everything from there on that this device still holds, and the
 * photos it names. Returns how many operations.
 */
export const offerAgain = (
  db: LogbookDb,
  logbookId: LogbookId,
  expected: number,
): Promise<number> =>
  db.transaction('rw', db.outbox, db.files, async () => {
    const lost = await db.outbox
      .where('[logbookId+n]')
      .between([logbookId, expected], [logbookId, Infinity])
      .filter(({ status }) => status === 'settled' || status === 'archived')
      .toArray()
    for (const { id, operation } of lost) {
      await db.outbox.update(id, { status: 'pending', result: null })
      const photos = operation.type === 'patch' ? filesOf(operation.set) : []
      for (const { sha256 } of photos) await db.files.update(sha256, { state: 'waiting' })
    }
    return lost.length
  })
