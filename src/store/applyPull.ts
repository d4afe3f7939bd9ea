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
 * taken away is kept apart until the logbook comes back. What does not add up stays on the screen
 * until the next pull has brought it anew: without a network, that is all a person has.
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
        if (isLate(held, asked[id])) continue
        if (!(await applyBook(db, id, book, held, response.serverTime))) mismatched.push(id)
        more ||= book.more
      }
      for (const { logbookId: id } of response.revoked) {
        if (!isLate(await db.books.get(id), asked[id])) await takeAway(db, id)
      }
      const server = await db.server.get('server')
      const { serverKey: publicKey } = response
      await db.server.put({ key: 'server', publicKey, sentAt: server?.sentAt ?? null })
      return { mismatched, more }
    },
  )

const isLate = (held: BookRow | undefined, asked: Cursor | undefined) =>
  (held?.seq ?? 0) !== (asked?.seq ?? 0) ||
  (held?.chain ?? CHAIN_START) !== (asked?.chain ?? CHAIN_START)

/** Whether what this device holds afterwards is what the server says this person may see. */
async function applyBook(
  db: LogbookDb,
  id: LogbookId,
  book: PulledBook,
  held: BookRow | undefined,
  serverTime: string,
): Promise<boolean> {
  const facts = book.facts ?? held?.facts
  if (!facts) return false
  if (book.reset) await documentsOf(db, id).delete()
  await db.base.bulkPut(book.documents as unknown as BaseRow[])
  await db.signingKeys.bulkPut(book.keys)
  // A logbook that was taken away and is given back: what waited is sent after all.
  await db.outbox.where({ logbookId: id, status: 'quarantined' }).modify({ status: 'pending' })
  if (!held) {
    const ofBook = db.files.where('logbookId').equals(id)
    await ofBook.filter(({ state }) => state === 'refused').modify({ state: 'waiting' })
  }
  for (const verdict of book.verdicts) await settleOne(db, verdict, serverTime)
  await offerAgain(db, id, book.lastN + 1)

  const { role, grant, seq, chain, sum } = book
  if (sum !== null && sumOf(await documentsOf(db, id).toArray()) !== sum) {
    await db.books.put({ id, role, facts, grant: 0, seq: 0, chain: CHAIN_START })
    return false
  }
  await db.books.put({ id, role, facts, grant, seq, chain })
  await db.outbox
    .where({ logbookId: id, status: 'settled' })
    .filter(({ result }) => result !== null && result.seq <= seq)
    .modify({ status: 'archived' })
  return true
}

const documentsOf = (db: LogbookDb, id: LogbookId) =>
  db.base.where('[logbookId+kind]').between([id, ''], [id, '\uFFFF'])

async function takeAway(db: LogbookDb, id: LogbookId) {
  await documentsOf(db, id).delete()
  await db.books.delete(id)
  const ofBook = db.files.where('logbookId').equals(id)
  await ofBook.filter(({ state }) => state === 'stored').delete()
  await db.outbox
    .where('[logbookId+status]')
    .anyOf([
      [id, 'pending'],
      [id, 'sending'],
    ])
    .modify({ status: 'quarantined' })
  // What the server has is not shown from here any more either.
  await db.outbox.where({ logbookId: id, status: 'settled' }).modify({ status: 'archived' })
}

/** Deletes the person’s database, if nothing on it is unsent. Returns whether it did. */
export async function deleteIfAllSent(db: LogbookDb): Promise<boolean> {
  const waiting = await db.transaction('r', db.outbox, db.files, async () => {
    const rows = await db.outbox.where('status').anyOf('pending', 'sending', 'quarantined').count()
    return rows + (await db.files.where('state').anyOf('waiting', 'refused').count())
  })
  if (waiting > 0) return false
  await db.delete()
  return true
}
