import { describe, expect, it } from 'vitest'
import { act } from '#store/act.ts'
import type { LogbookDb } from '#store/database.ts'
import { takeBatch } from '#store/batch.ts'
import { settle } from '#store/outbox.ts'
import { deleteIfAllSent } from '#store/waiting.ts'
import {
  anUnwrittenWeek,
  aPatch,
  apprentice,
  logbookId,
  NOW,
  WEEK,
} from '#tests/support/builders.ts'
import { aDatabase, aPhoto, holdPhoto, rowsOf } from './aDatabase.ts'
import { aBookPart, aVerdict, pull, take } from './aPull.ts'

async function writeWeek(db: LogbookDb) {
  const patch = aPatch(anUnwrittenWeek(), { week: WEEK, told: 'Salon' })
  await act(db, patch, apprentice)
  return patch
}

describe('who closes the livret on a device', () => {
  it('leaves nothing behind once all is sent', async () => {
    const db = aDatabase()
    const patch = await writeWeek(db)
    await settle(db, logbookId, { results: [aVerdict(patch.id, 1, 1)], serverTime: NOW })
    const names = async () => (await indexedDB.databases()).map(({ name }) => name)
    const before = await names()

    expect(await deleteIfAllSent(db)).toBe(true)
    expect(await names()).toHaveLength(before.length - 1)
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
        await pull(db, aBookPart(1, [], { reset: 'new' }))
        await writeWeek(db)
        await take(db, { type: 'revoked', id: logbookId, lastN: 0 })
      },
    ],
    ['a photo', (db: LogbookDb) => holdPhoto(db)],
    ['a refused photo', (db: LogbookDb) => holdPhoto(db, aPhoto(), 'refused')],
  ])('does not delete %s', async (_, leave) => {
    const db = aDatabase()
    await leave(db)
    const before = [await rowsOf(db, 'outbox'), await rowsOf(db, 'files')]

    expect(await deleteIfAllSent(db)).toBe(false)
    expect([await rowsOf(db, 'outbox'), await rowsOf(db, 'files')]).toEqual(before)
  })
})
