import { CHAIN_START, sumOf } from '#domain/chain.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { Cursor, PulledBook, PullResponse } from '#protocol/sync.ts'
import type { BaseRow, BookRow, LogbookDb } from './database.ts'
import { offerAgain, settleOne } from './outbox.ts'

/** What the device asks with: where it stands in each logbook it holds. */
export const readCursors = (db: LogbookDb): Promise<Record<LogbookId, Cursor>> =>
  db.transaction('r', db.books, db.outbox, async () => {
    const cursors: Record<LogbookId, Cursor> = {}
    for (const { id, seq, chain, grant } of await db.books.toArray()) {
      const open = await db.outbox
        .where('[logbookId+status]')
        .anyOf([
          [id, 'pending'],
          [id, 'sending'],
        ])
        .toArray()
      const last = await db.outbox.where('[logbookId+n]').between([id, 0], [id, Infinity]).last()
      const settled = open.length > 0 ? Math.min(...open.map(({ n }) => n)) - 1 : (last?.n ?? 0)
      cursors[id] = { seq, chain, grant, settled }
    }
    return cursors
  })

export interface Applied {
  /** Logbooks whose content does not add up; they are asked for again from the start. */
  readonly mismatched: readonly LogbookId[]
  readonly more: boolean
}

/**
 * Writes what was pulled: documents, cursor and verdicts in one transaction. A logbook whose
 * cursor is no longer `asked` is left alone: the answer is late. The outbox is never shortened
 * here; a restored server is offered again what it lost, and what belonged to a logbook that was
 * taken away is kept apart.
 */
export const applyPull = (
  db: LogbookDb,
  asked: Readonly<Record<LogbookId, Cursor>>,
  response: PullResponse,
): Promise<Applied> =>
  db.transaction(
    'rw',
    [db.base, db.outbox, db.books, db.signingKeys, db.server, db.files],
    async () => {
      const mismatched: LogbookId[] = []
      let more = false
      for (const [key, book] of Object.entries(response.books)) {
        const id = key as LogbookId
        const held = await db.books.get(id)
        if ((held?.seq ?? 0) !== (asked[id]?.seq ?? 0)) continue
        await applyBook(db, id, book, held, response.serverTime)
        if (!(await addsUp(db, id, book))) {
          await forget(db, id)
          mismatched.push(id)
        }
        more ||= book.more
      }
      for (const { logbookId } of response.revoked) await takeAway(db, logbookId)
      const server = await db.server.get('server')
      const { serverKey: publicKey } = response
      await db.server.put({ key: 'server', publicKey, sentAt: server?.sentAt ?? null })
      return { mismatched, more }
    },
  )

async function applyBook(
  db: LogbookDb,
  id: LogbookId,
  book: PulledBook,
  held: BookRow | undefined,
  serverTime: string,
) {
  if (book.reset) await clearBase(db, id)
  const facts = book.facts ?? held?.facts
  if (!facts) return
  await db.base.bulkPut(book.documents as unknown as BaseRow[])
  await db.signingKeys.bulkPut(book.keys)
  for (const verdict of book.verdicts) await settleOne(db, verdict, serverTime)
  const { role, grant, seq, chain } = book
  await db.books.put({ id, role, facts, grant, seq, chain })
  await offerAgain(db, id, book.lastN + 1)
  await db.outbox
    .where({ logbookId: id, status: 'settled' })
    .filter(({ result }) => result !== null && result.seq <= seq)
    .modify({ status: 'archived' })
}

/** Whether what this device holds now is what the server says this person may see. */
async function addsUp(db: LogbookDb, id: LogbookId, { sum }: PulledBook) {
  if (sum === null) return true
  const held = await documentsOf(db, id).toArray()
  return sumOf(held) === sum
}

const documentsOf = (db: LogbookDb, id: LogbookId) =>
  db.base.where('[logbookId+kind]').between([id, ''], [id, '\uFFFF'])

const clearBase = (db: LogbookDb, id: LogbookId) => documentsOf(db, id).delete()

/** Drops what was pulled of a logbook, so that the next pull begins anew. The outbox stays. */
async function forget(db: LogbookDb, id: LogbookId) {
  await clearBase(db, id)
  await db.books.update(id, { seq: 0, chain: CHAIN_START, grant: 0 })
}

async function takeAway(db: LogbookDb, id: LogbookId) {
  await clearBase(db, id)
  await db.books.delete(id)
  await db.files.where({ logbookId: id, state: 'stored' }).delete()
  await db.outbox
    .where('[logbookId+status]')
    .anyOf([
      [id, 'pending'],
      [id, 'sending'],
    ])
    .modify({ status: 'quarantined' })
}

/** Deletes the person’s database, if nothing on it is unsent. Returns whether it did. */
export async function deleteIfAllSent(db: LogbookDb): Promise<boolean> {
  const rows = await db.outbox.where('status').anyOf('pending', 'sending', 'quarantined').count()
  const photos = await db.files.where({ state: 'waiting' }).count()
  if (rows + photos > 0) return false
  await db.delete()
  return true
}
