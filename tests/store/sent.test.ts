import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeviceId } from '#domain/identifiers.ts'
import { act } from '#store/act.ts'
import type { LogbookDb, SentRow } from '#store/database.ts'
import { listAttention } from '#store/countWaiting.ts'
import { ownDevice } from '#store/device.ts'
import { takeBatch } from '#store/batch.ts'
import { settle } from '#store/outbox.ts'
import { changeSent, listSent, putSent, takeSent } from '#store/sent.ts'
import {
  aPatch,
  apprentice,
  logbookId,
  logbooks,
  nextId,
  NOW,
  unwritten,
} from '#tests/support/builders.ts'
import { aDatabase, putRow, rowsOf, sentRows } from './aDatabase.ts'
import { aVerdict } from './aPull.ts'

const operation = aPatch(unwritten('note'), { text: 'Salon' })

const aRow = (n: number, seq = n, attention = false): SentRow => ({
  ...{ logbookId, n, documentId: operation.documentId, kind: 'note', operation, actor: apprentice },
  result: { verdict: attention ? 'rejected' : 'applied', code: null, seq, at: NOW },
  ...(attention && { attention: 1 }),
})

/** What somebody may do with a few of sixty numbers. */
const step = fc.record({
  what: fc.constantFrom('put', 'put', 'change', 'take'),
  from: fc.integer({ min: -5, max: 60 }),
  numbers: fc.uniqueArray(fc.integer({ min: -5, max: 60 }), { maxLength: 40 }),
  looked: fc.uniqueArray(fc.integer({ min: -5, max: 60 }), { maxLength: 5 }),
})

const inOrder = (rows: Iterable<SentRow>) => [...rows].sort((a, b) => a.n - b.n)

describe('operations that have a verdict', () => {
  it('are found one by one as they were last written, however they share rows', async () => {
    const history = fc.array(step, { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const db = aDatabase()
        const other = { ...aRow(7), logbookId: logbooks.elsewhere }
        await putRow(db, 'sent', other)
        const kept = new Map<number, SentRow>()
        for (const [turn, { what, from, numbers, looked }] of steps.entries()) {
          const isFor = (n: number) => kept.has(n) === (what === 'change')
          const rows = inOrder(
            numbers.filter(isFor).map((n) => aRow(n, 100 * turn + n, looked.includes(n))),
          )
          if (what === 'take') {
            const taken = await db.write(['sent'], (tx) => takeSent(tx, logbookId, from))
            expect(taken).toEqual(inOrder(kept.values()).filter(({ n }) => n >= from))
            for (const { n } of taken) kept.delete(n)
          } else {
            const write = what === 'put' ? putSent : changeSent
            await db.write(['sent'], async (tx) =>
              write === putSent ? putSent(tx, rows) : changeSent(tx, logbookId, rows),
            )
            for (const row of rows) kept.set(row.n, row)
          }
          const all = inOrder(kept.values())
          const list = (numbers: Parameters<typeof listSent>[2]) =>
            db.read(['sent'], (tx) => listSent(tx, logbookId, numbers))
          expect(await list({ from: -Infinity })).toEqual(all)
          const within = all.filter(({ n }) => n >= from && n <= from + 9)
          expect(await list({ from, to: from + 9 })).toEqual(within)
          const asked = await db.read(['sent'], listAttention)
          expect(inOrder(asked)).toEqual(all.filter(({ attention }) => attention))
        }
        expect((await sentRows(db)).filter((row) => row.logbookId !== logbookId)).toEqual([other])
      }),
      { verbose: true, numRuns: 60 },
    )
  })

  it('of a long push take a tenth of the rows, or less', async () => {
    const db = aDatabase()
    const rows = Array.from({ length: 250 }, (_, index) => aRow(index + 1))
    await db.write(['sent'], (tx) => putSent(tx, rows))

    expect((await rowsOf(db, 'sent')).length).toBeLessThanOrEqual(25)
    expect(await sentRows(db)).toEqual(rows)
  })
})

describe('the answer to a push', () => {
  /** Three notes, of which a request carries the first two. */
  async function pushed() {
    const db = aDatabase()
    const { id: deviceId } = await ownDevice(db, () => nextId<DeviceId>())
    for (const text of ['Un', 'Deux', 'Trois'])
      await act(db, aPatch(unwritten('note'), { text }), apprentice)
    const { operations } = await takeBatch(db, logbookId, 2)
    const results = operations.map((row) => aVerdict(row.operation.id, row.n, row.n))
    return { db, deviceId, operations, answer: { results, serverTime: NOW } }
  }
  const left = async (db: LogbookDb) => (await rowsOf(db, 'outbox')).map(({ n }) => n)

  it('settles what it carried, without reading it again', async () => {
    const { db, operations, answer, ...push } = await pushed()
    await settle(db, logbookId, answer, { ...push, operations })
    expect(await left(db)).toEqual([3])
    expect((await sentRows(db)).map((row) => row.operation)).toEqual(
      operations.map((row) => row.operation),
    )
  })

  it('settles once what the news have settled already', async () => {
    const { db, operations, answer, ...push } = await pushed()
    const [first] = answer.results
    if (first) await settle(db, logbookId, { ...answer, results: [first] })
    await settle(db, logbookId, answer, { ...push, operations })
    expect(await left(db)).toEqual([3])
    expect((await sentRows(db)).map(({ n }) => n)).toEqual([1, 2])
  })

  it('says nothing about the numbers of the device that this one became meanwhile', async () => {
    const { db, operations, answer } = await pushed()
    const [one, two, three] = await rowsOf(db, 'outbox')
    if (!one || !two || !three) throw new Error('three were written')
    // The same numbers stand for other operations now.
    await putRow(db, 'outbox', { ...three, n: 1 }, { ...one, n: 2 }, { ...two, n: 3 })
    await settle(db, logbookId, answer, { deviceId: nextId(), operations })
    expect(await left(db)).toEqual([1, 2, 3])
    expect(await sentRows(db)).toEqual([])
  })
})
