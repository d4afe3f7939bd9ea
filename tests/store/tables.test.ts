import { describe, expect, it } from 'vitest'
import { openDexie } from '#store/dexieTables.ts'
import { everything, type Range, type TableDatabase, type TableShape } from '#store/tables.ts'
import { openMemory } from '#tests/simulation/memoryTables.ts'
import { nextId } from '#tests/support/builders.ts'

interface Rows {
  readonly shelf: { book: string; n: number; kind?: string; note?: string }
  readonly desk: { id: string }
}
const shapes: Record<keyof Rows, TableShape> = {
  shelf: { key: ['book', 'n'], indexes: { kind: ['kind'], both: ['kind', 'n'] } },
  desk: { key: ['id'], indexes: {} },
}

/** What the rest believes of tables holds in a browser, and in the simulation’s memory. */
describe.each<[string, () => TableDatabase<Rows>]>([
  ['a browser', () => openDexie<Rows>(nextId(), shapes)],
  ['memory', () => openMemory<Rows>(shapes)],
])('tables in %s', (_, open) => {
  const filled = async () => {
    const db = open()
    await db.write(['shelf'], ({ shelf }) =>
      shelf.putAll([
        { book: 'b', n: 10, kind: 'x' },
        { book: 'a', n: 2, kind: 'x' },
        { book: 'a', n: 10, kind: 'y' },
        { book: 'a', n: -1 },
        { book: 'ab', n: 1, kind: 'x' },
      ]),
    )
    return db
  }
  const list = (db: TableDatabase<Rows>, range: Range) =>
    db.read(['shelf'], async ({ shelf }) =>
      (await shelf.list(range)).map(({ book, n }) => `${book}${n}`),
    )

  it('are read in the order of their keys, numbers as numbers', async () => {
    const db = await filled()
    expect(await list(db, everything)).toEqual(['a-1', 'a2', 'a10', 'ab1', 'b10'])
    expect(await list(db, { prefix: ['a'] })).toEqual(['a-1', 'a2', 'a10'])
    expect(await list(db, { prefix: ['a'], limit: 2 })).toEqual(['a-1', 'a2'])
    await db.destroy()
  })

  it('have bounds that both belong to the range', async () => {
    const db = await filled()
    expect(await list(db, { prefix: ['a'], from: 2 })).toEqual(['a2', 'a10'])
    expect(await list(db, { prefix: ['a'], to: 2 })).toEqual(['a-1', 'a2'])
    expect(await list(db, { prefix: ['a'], from: 3, to: 9 })).toEqual([])
    expect(await list(db, { prefix: ['a', 10] })).toEqual(['a10'])
    await db.destroy()
  })

  it('hold in an index only the rows that have its fields', async () => {
    const db = await filled()
    expect(await list(db, { index: 'kind', prefix: ['x'] })).toEqual(['a2', 'ab1', 'b10'])
    expect(await list(db, { index: 'both', prefix: ['x'], from: 2 })).toEqual(['a2', 'b10'])
    const count = (range: Range) => db.read(['shelf'], ({ shelf }) => shelf.count(range))
    expect(await count({ prefix: ['a'], from: 2 })).toBe(2)
    expect(await count(everything)).toBe(5)
    await db.destroy()
  })

  it('forget what is removed, by key and by range', async () => {
    const db = await filled()
    await db.write(['shelf'], async ({ shelf }) => {
      await shelf.remove(['b', 10])
      await shelf.removeAll({ prefix: ['a'], from: 2 })
      await shelf.removeAll({ index: 'kind', prefix: ['nothing'] })
    })
    expect(await list(db, everything)).toEqual(['a-1', 'ab1'])
    await db.destroy()
  })

  it('put a row in the place of the one with the same key', async () => {
    const db = await filled()
    await db.write(['shelf'], ({ shelf }) => shelf.put({ book: 'a', n: 2, note: 'new' }))
    expect(await db.read(['shelf'], ({ shelf }) => shelf.get(['a', 2]))).toEqual({
      book: 'a',
      n: 2,
      note: 'new',
    })
    expect(await list(db, { index: 'kind', prefix: ['x'] })).toEqual(['ab1', 'b10'])
    await db.destroy()
  })

  it('are as they were when something fails after the first write, whoever fails', async () => {
    const db = await filled()
    const broken = db.write(['shelf', 'desk'], async ({ shelf, desk }) => {
      await shelf.removeAll(everything)
      await desk.put({ id: 'x' })
      await Promise.reject(new Error('the tab was closed'))
    })
    await expect(broken).rejects.toThrow('closed')
    expect(await list(db, everything)).toHaveLength(5)
    expect(await db.read(['desk'], ({ desk }) => desk.count(everything))).toBe(0)
    await db.destroy()
  })

  it('are written by one at a time: a counter counts', async () => {
    const db = open()
    const next = () =>
      db.write(['shelf'], async ({ shelf }) => {
        const row = (await shelf.get(['counter', 0])) ?? { book: 'counter', n: 0, note: '0' }
        // As a function between would: the transaction must not end at an ordinary `await`.
        const note = await Promise.resolve(String(Number(row.note) + 1))
        await shelf.put({ ...row, note })
      })
    await Promise.all(Array.from({ length: 20 }, next))
    expect(await db.read(['shelf'], ({ shelf }) => shelf.get(['counter', 0]))).toMatchObject({
      note: '20',
    })
    await db.destroy()
  })

  it('give values: who changes what was read changes nothing', async () => {
    const db = await filled()
    const row = await db.read(['shelf'], ({ shelf }) => shelf.get(['a', 2]))
    try {
      Object.assign(row ?? {}, { note: 'changed' })
    } catch {
      // Frozen is as good as copied.
    }
    expect(await db.read(['shelf'], ({ shelf }) => shelf.get(['a', 2]))).toEqual({
      ...{ book: 'a', n: 2, kind: 'x' },
    })
    await db.destroy()
  })

  it('that are closed answer nothing any more', async () => {
    const db = await filled()
    db.close()
    await expect(list(db, everything)).rejects.toThrow()
  })
})

describe('a browser that takes the connection away', () => {
  it('gets it opened again: a phone that slept does not lose the next sentence', async () => {
    const name = nextId()
    const db = openDexie<Rows>(name, shapes)
    await db.write(['desk'], ({ desk }) => desk.put({ id: 'before' }))
    let times = 0
    await db.write(['desk'], async ({ desk }) => {
      times += 1
      if (times === 1)
        throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
      await desk.put({ id: 'after' })
    })
    expect(await db.read(['desk'], ({ desk }) => desk.count(everything))).toBe(2)
    await db.destroy()
  })

  it('for good is told so: nothing says “kept” that was not', async () => {
    const db = openDexie<Rows>(nextId(), shapes)
    const lost = () => Promise.reject(new DOMException('lost', 'UnknownError'))
    await expect(db.write(['desk'], lost)).rejects.toThrow('lost')
    await db.destroy()
  })
})
