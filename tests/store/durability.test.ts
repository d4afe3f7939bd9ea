import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { act } from '#store/act.ts'
import { takeBatch } from '#store/batch.ts'
import { settle } from '#store/outbox.ts'
import { anAct, aPatch, apprentice, logbookId, unwritten } from '#tests/support/builders.ts'
import { aDatabase } from './aDatabase.ts'

/** How each transaction that wrote had to reach the disk, in order. */
const writes: (string | undefined)[] = []

beforeEach(() => {
  writes.length = 0
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its own database below
  const { transaction } = IDBDatabase.prototype
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    names,
    mode,
    options,
  ) {
    if (mode === 'readwrite') writes.push(options?.durability)
    return transaction.call(this, names, mode, options)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

it('what a person wrote is on the disk before the screen says so; only what the server says again may come later', async () => {
  const db = aDatabase()
  const note = unwritten('note')
  await act(db, aPatch(note, { text: 'Bonjour' }), apprentice)
  await act(db, anAct('publish', note), apprentice)
  expect(writes).toEqual(['strict', 'strict'])

  const { operations } = await takeBatch(db, logbookId)
  const results = operations.map(({ n, operation: { id } }) => ({
    ...{ id, n, seq: n, verdict: 'applied' as const, code: null },
  }))
  await settle(db, logbookId, { results, serverTime: '2026-09-07T12:00:00Z' })
  expect(writes.slice(2)).toEqual(['relaxed'])
})
