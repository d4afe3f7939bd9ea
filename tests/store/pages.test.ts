import { describe, expect, it } from 'vitest'
import type { LogbookId } from '#domain/identifiers.ts'
import { openDexie } from '#store/dexieTables.ts'
import { listOperations } from '#store/pages.ts'
import type { TableShape } from '#store/tables.ts'
import { logbookId, logbooks, nextId } from '#tests/support/builders.ts'

interface Rows {
  readonly queue: { readonly logbookId: LogbookId; readonly n: number }
}
const shapes: Record<keyof Rows, TableShape> = {
  queue: { key: ['logbookId', 'n'], indexes: {} },
}

/** A queue of two logbooks, of which one has numbers 1 to `last`. */
async function aQueue(last: number) {
  const db = openDexie<Rows>(nextId(), shapes)
  const rows = Array.from({ length: last }, (_, index) => ({ logbookId, n: index + 1 }))
  const other = { logbookId: logbooks.elsewhere, n: 1 }
  await db.write(['queue'], ({ queue }) => queue.putAll([...rows, other]))
  return (range: Parameters<typeof listOperations>[2] = {}) =>
    db.read(['queue'], async ({ queue }) =>
      (await listOperations(queue, logbookId, range)).map(({ n }) => n),
    )
}
const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

describe('a queue that is read in pieces', () => {
  it.each([0, 1, 63, 64, 65, 128, 200])(
    'of %i operations comes whole and in order',
    async (last) => {
      const list = await aQueue(last)
      expect(await list()).toEqual(from(1, last))
    },
  )

  it.each([
    [{ limit: 64 }, from(1, 64)],
    [{ limit: 100 }, from(1, 100)],
    [{ limit: 1_000 }, from(1, 200)],
    [{ from: 100 }, from(100, 200)],
    [{ from: 60, to: 64 }, from(60, 64)],
    [{ from: 1, to: 128 }, from(1, 128)],
    [{ from: 150, limit: 3 }, from(150, 152)],
    [{ from: 201 }, []],
  ])('keeps to its bounds: %j', async (range, expected) => {
    const list = await aQueue(200)
    expect(await list(range)).toEqual(expected)
  })
})
