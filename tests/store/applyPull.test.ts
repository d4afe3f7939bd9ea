import { describe, expect, it } from 'vitest'
import { CHAIN_START, sumOf } from '#domain/chain.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { PulledBook, PullResponse, Result } from '#protocol/sync.ts'
import { applyPull, deleteIfAllSent, readCursors } from '#store/applyPull.ts'
import { findBook, listBooks } from '#store/books.ts'
import type { LogbookDb } from '#store/database.ts'
import { act, findDocument, listDocuments } from '#store/documents.ts'
import { listWaitingFiles, refuseFile } from '#store/files.ts'
import { listRefused, listUnsent, settle, takeBatch } from '#store/outbox.ts'
import {
  after,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  aWeek,
  entryId,
  logbookId,
  logbooks,
  NOW,
  unwritten,
  WEEK,
} from '#tests/support/builders.ts'
import { aBookRow, aDatabase, aPhoto, pulledAs, theFacts } from './aDatabase.ts'

const chainAt = (seq: number) => (seq === 0 ? CHAIN_START : String(seq).padStart(64, 'c'))
const week = anUnwrittenWeek()

/** What is new in one logbook, up to `seq`; `held`: all that the person may see. */
function aBook(
  seq: number,
  documents: readonly PulledDocument[],
  { held = documents, ...change }: Partial<PulledBook> & { held?: readonly PulledDocument[] } = {},
): PulledBook {
  return {
    reset: false,
    grant: 6,
    role: 'apprentice',
    facts: theFacts(),
    keys: [],
    documents: documents as never,
    verdicts: [],
    lastN: 0,
    seq,
    chain: chainAt(seq),
    sum: sumOf(held),
    more: false,
    ...change,
  }
}

const serverKey = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } as const

const answer = (
  books: Record<string, PulledBook>,
  revoked: PullResponse['revoked'] = [],
): PullResponse => ({ books, revoked, serverKey, serverTime: NOW })

/** One pull of a device: asks with what it holds, and takes `books`. */
async function pull(db: LogbookDb, book: PulledBook, id: LogbookId = logbookId) {
  return applyPull(db, await readCursors(db), answer({ [id]: book }))
}

async function revoke(db: LogbookDb) {
  return applyPull(db, await readCursors(db), answer({}, [{ logbookId, lastN: 0 }]))
}

const verdict = (id: string, n: number, seq: number): Result =>
  ({ id, n, seq, verdict: 'applied', code: null }) as Result

async function writeWeek(db: LogbookDb, told = 'Salon') {
  const patch = aPatch(week, { week: WEEK, told })
  await act(db, patch, apprentice)
  return { patch, onServer: after(null, patch, apprentice) }
}

describe('a pull', () => {
  it('brings documents, facts and cursor, and the next one begins after it', async () => {
    const db = aDatabase()
    const entry = pulledAs(aWeek('submitted'), 4)

    expect(await pull(db, aBook(4, [entry], { reset: true }))).toEqual({
      mismatched: [],
      more: false,
    })
    expect(await listDocuments(db, 'entry')).toEqual([{ ...entry, waiting: 0 }])
    expect(await readCursors(db)).toEqual({
      [logbookId]: { seq: 4, chain: chainAt(4), grant: 6, settled: 0 },
    })
    expect(await db.server.get('server')).toEqual({
      key: 'server',
      publicKey: serverKey,
      sentAt: null,
    })
  })

  it('that comes late does not put an older text over a newer one', async () => {
    const db = aDatabase()
    const old = pulledAs(aWeek('draft', { told: 'Ancien' }), 1)
    const asked = await readCursors(db)
    const late = answer({ [logbookId]: aBook(1, [old], { reset: true }) })
    const recent = pulledAs(after(old, aPatch(old, { told: 'Nouveau' }), apprentice), 2)
    await pull(db, aBook(2, [recent], { reset: true }))

    await applyPull(db, asked, late)

    expect((await findDocument(db, week.id))?.fields['told']?.value).toBe('Nouveau')
    expect((await findBook(db, logbookId))?.seq).toBe(2)
  })

  it('that answers an earlier history of the same length is late too', async () => {
    const db = aDatabase()
    await db.books.add(aBookRow({ seq: 5, chain: chainAt(5) }))
    const asked = { [logbookId]: { seq: 5, chain: 'd'.repeat(64), grant: 6, settled: 0 } }
    await applyPull(db, asked, answer({ [logbookId]: aBook(6, [pulledAs(aWeek('draft'), 6)]) }))

    expect(await db.base.count()).toBe(0)
    expect((await findBook(db, logbookId))?.seq).toBe(5)
  })

  it('that begins anew throws away what the server no longer shows, and no word that waits', async () => {
    const db = aDatabase()
    const gone = pulledAs(aWeek('draft', { week: '2025-W44' }), 1)
    await pull(db, aBook(1, [gone], { reset: true }))
    await writeWeek(db)
    await pull(db, aBook(3, [], { reset: true }))

    expect((await listDocuments(db, 'entry')).map(({ id }) => id)).toEqual([week.id])
    expect(await listUnsent(db)).toHaveLength(1)
  })

  it('that does not add up is asked for again, for that logbook alone; all stays readable', async () => {
    const db = aDatabase()
    const entry = pulledAs(aWeek('submitted'), 1)
    await pull(db, aBook(1, [entry], { reset: true }))
    const { elsewhere } = logbooks
    const other = { ...pulledAs(aWeek('draft', { week: '2025-W50' }), 2), logbookId: elsewhere }
    const facts = theFacts(elsewhere)
    await pull(db, aBook(2, [other], { reset: true, facts }), elsewhere)
    await writeWeek(db, 'En attente')

    const applied = await pull(db, aBook(3, [], { held: [entry, pulledAs(aWeek('draft'), 3)] }))

    expect(applied.mismatched).toEqual([logbookId])
    expect(await readCursors(db)).toMatchObject({
      [logbookId]: { seq: 0, chain: CHAIN_START, grant: 0 },
      [elsewhere]: { seq: 2, chain: chainAt(2) },
    })
    expect(await listUnsent(db)).toHaveLength(1)
    expect(await db.base.count()).toBe(2)

    const anew = await pull(db, aBook(3, [pulledAs(aWeek('draft'), 3)], { reset: true }))
    expect(anew.mismatched).toEqual([])
    expect(await db.base.where({ logbookId }).count()).toBe(1)
  })

  it('in pages is checked only when the last one has come', async () => {
    const db = aDatabase()
    const first = pulledAs(aWeek('draft', { week: '2025-W44' }), 1)
    const second = pulledAs(aWeek('draft'), 2)
    const page = aBook(1, [first], { reset: true, sum: null, more: true })

    expect(await pull(db, page)).toEqual({ mismatched: [], more: true })
    expect(await pull(db, aBook(2, [second], { held: [first, second], facts: null }))).toEqual({
      mismatched: [],
      more: false,
    })
    expect(await db.base.count()).toBe(2)
  })

  it('that stops half-way leaves all as it was', async () => {
    const db = aDatabase()
    const entry = pulledAs(aWeek('draft'), 1)
    await pull(db, aBook(1, [entry], { reset: true }))
    const before = { base: await db.base.toArray(), books: await listBooks(db) }
    db.books.hook('updating', () => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    const later = pulledAs(after(entry, aPatch(entry, { told: 'Nouveau' }), apprentice), 2)

    await expect(pull(db, aBook(2, [later]))).rejects.toThrow(/room/u)
    expect({ base: await db.base.toArray(), books: await listBooks(db) }).toEqual(before)
  })

  it('with a kind of a newer app keeps it, counts it, and does not show it', async () => {
    const db = aDatabase()
    const survey = { ...pulledAs(aWeek('draft'), 1), kind: 'survey', extra: { deep: [1] } } as never
    expect((await pull(db, aBook(1, [survey], { reset: true }))).mismatched).toEqual([])

    expect(await findDocument(db, week.id)).toBeNull()
    expect(await db.base.toArray()).toEqual([survey])
  })
})

describe('verdicts in a pull', () => {
  it('settle what a lost answer had left open, and it is shown once', async () => {
    const db = aDatabase()
    const { patch, onServer } = await writeWeek(db)
    await takeBatch(db, logbookId)
    const verdicts = [verdict(patch.id, 1, 5)]
    await pull(db, aBook(5, [pulledAs(onServer, 5)], { reset: true, verdicts, lastN: 1 }))

    expect(await listUnsent(db)).toEqual([])
    expect(await db.outbox.toArray()).toMatchObject([{ status: 'archived' }])
    expect(await findDocument(db, week.id)).toEqual({ ...pulledAs(onServer, 5), waiting: 0 })
    expect(await readCursors(db)).toMatchObject({ [logbookId]: { settled: 1 } })
  })

  it('do not archive what this page has not reached yet: it would vanish from the screen', async () => {
    const db = aDatabase()
    const { patch } = await writeWeek(db)
    await settle(db, [verdict(patch.id, 1, 9)], NOW)
    await pull(db, aBook(4, [], { reset: true, lastN: 1, sum: null, more: true }))

    expect(await db.outbox.toArray()).toMatchObject([{ status: 'settled' }])
    expect((await findDocument(db, week.id))?.fields['told']?.value).toBe('Salon')
  })

  it('are asked for from the first operation that is still open', async () => {
    const db = aDatabase()
    await db.books.add(aBookRow())
    const { patch } = await writeWeek(db)
    for (let each = 0; each < 2; each += 1) {
      await act(db, aPatch(unwritten('note'), { text: 'Bonjour' }), apprentice)
    }
    await settle(db, [verdict(patch.id, 1, 5)], NOW)

    expect(await readCursors(db)).toMatchObject({ [logbookId]: { settled: 1 } })
  })
})

describe('a server that lost what it had confirmed', () => {
  it('gets it offered again, and the person never stops seeing it', async () => {
    const db = aDatabase()
    const { patch, onServer } = await writeWeek(db)
    await settle(db, [verdict(patch.id, 1, 5)], NOW)
    await pull(db, aBook(5, [pulledAs(onServer, 5)], { reset: true, lastN: 1 }))
    await pull(db, aBook(2, [], { reset: true, lastN: 0 }))

    expect(await listUnsent(db)).toMatchObject([{ id: patch.id, n: 1, status: 'pending' }])
    expect(await findDocument(db, week.id)).toMatchObject({
      fields: { told: { value: 'Salon' } },
      waiting: 1,
    })
  })
})

describe('a logbook that is taken away', () => {
  async function taken() {
    const db = aDatabase()
    const entry = pulledAs(aWeek('submitted', { week: '2025-W44' }), 1)
    await pull(db, aBook(1, [entry], { reset: true }))
    const settled = aPatch(unwritten('note'), { text: 'Arrivé' })
    await act(db, settled, apprentice)
    await settle(db, [verdict(settled.id, 1, 2)], NOW)
    const { patch } = await writeWeek(db)
    await db.files.bulkAdd([aPhoto(), aPhoto({ sha256: 'e'.repeat(64), state: 'stored' })])
    await revoke(db)
    return { db, patch }
  }

  it('is no longer on this device, and the words that waited can be found', async () => {
    const { db, patch } = await taken()

    expect(await listBooks(db)).toEqual([])
    expect(await db.base.count()).toBe(0)
    expect(await listDocuments(db, 'entry')).toEqual([])
    expect(await listDocuments(db, 'note')).toEqual([])
    expect(await listUnsent(db)).toEqual([])
    expect((await listRefused(db)).map(({ operation }) => operation)).toEqual([patch])
    expect((await db.files.toArray()).map(({ state }) => state)).toEqual(['waiting'])
  })

  it('and given back sends what waited: its numbers would be missing for ever', async () => {
    const { db, patch } = await taken()
    await refuseFile(db, aPhoto().sha256, 'not-found')
    await pull(db, aBook(2, [], { reset: true, lastN: 1 }))

    expect(await listWaitingFiles(db)).toMatchObject([{ sha256: aPhoto().sha256 }])
    expect(await takeBatch(db, logbookId)).toEqual({
      pending: 1,
      operations: [{ n: 2, operation: patch }],
    })
    expect(await listRefused(db)).toEqual([])
  })

  it('by an answer that is late stays', async () => {
    const db = aDatabase()
    await pull(db, aBook(1, [pulledAs(aWeek('draft'), 1)], { reset: true }))
    const asked = await readCursors(db)
    await pull(db, aBook(2, [pulledAs(aWeek('draft'), 2)], { reset: true }))
    await applyPull(db, asked, answer({}, [{ logbookId, lastN: 0 }]))

    expect(await listBooks(db)).toHaveLength(1)
  })

  it('takes nothing of the others with it', async () => {
    const { elsewhere } = logbooks
    const db = aDatabase()
    const id = entryId(WEEK, elsewhere)
    const entry = { ...pulledAs(aWeek('draft'), 1), id, logbookId: elsewhere }
    await pull(db, aBook(1, [entry], { reset: true, facts: theFacts(elsewhere) }), elsewhere)
    await pull(db, aBook(1, [pulledAs(aWeek('draft'), 1)], { reset: true }))
    await revoke(db)

    expect((await listDocuments(db, 'entry')).map((each) => each.id)).toEqual([id])
  })
})

describe('who closes the livret on a device', () => {
  it('leaves nothing behind once all is sent', async () => {
    const db = aDatabase()
    const { patch } = await writeWeek(db)
    await settle(db, [verdict(patch.id, 1, 1)], NOW)

    expect(await deleteIfAllSent(db)).toBe(true)
    await db.open()
    expect(await db.outbox.count()).toBe(0)
  })

  it.each([
    ['an operation that was never sent', (db: LogbookDb) => writeWeek(db)],
    [
      'an operation in a request',
      async (db: LogbookDb) => {
        await writeWeek(db)
        await takeBatch(db, logbookId)
      },
    ],
    [
      'words of a logbook that was taken away',
      async (db: LogbookDb) => {
        await pull(db, aBook(1, [], { reset: true }))
        await writeWeek(db)
        await revoke(db)
      },
    ],
    ['a photo', (db: LogbookDb) => db.files.add(aPhoto())],
    ['a refused photo', (db: LogbookDb) => db.files.add(aPhoto({ state: 'refused' }))],
  ])('does not delete %s', async (_, leave) => {
    const db = aDatabase()
    await leave(db)
    const before = [await db.outbox.count(), await db.files.count()]

    expect(await deleteIfAllSent(db)).toBe(false)
    expect([await db.outbox.count(), await db.files.count()]).toEqual(before)
  })
})
