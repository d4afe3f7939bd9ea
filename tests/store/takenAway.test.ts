import { listRefused } from '#store/countWaiting.ts'
import { describe, expect, it } from 'vitest'
import { act } from '#store/act.ts'
import { listBooks } from '#store/books.ts'
import { listDocuments } from '#store/documents.ts'
import { listWaitingFiles, refuseFile } from '#store/files.ts'
import { readOutgoing, takeBatch } from '#store/batch.ts'
import { settle } from '#store/outbox.ts'
import { keepPicture } from '#store/pictures.ts'
import {
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
import { aDatabase, aPhoto, holdPhoto, pulledAs, pulledOf, rowsOf } from './aDatabase.ts'
import { aBookPart, aVerdict, pull } from './aPull.ts'
import { reset, revoke, told, waitingOf, writeWeek } from './aWrittenWeek.ts'

describe('a logbook that is taken away', () => {
  async function taken() {
    const db = aDatabase()
    const entry = pulledAs(aWeek('submitted', { week: '2025-W44' }), 1)
    await pull(db, aBookPart(1, [entry], { reset }))
    const settled = aPatch(unwritten('note'), { text: 'Arrivé' })
    await act(db, settled, apprentice)
    await settle(db, logbookId, { results: [aVerdict(settled.id, 1, 2)], serverTime: NOW })
    const { patch } = await writeWeek(db)
    await holdPhoto(db)
    await holdPhoto(db, aPhoto({ sha256: 'e'.repeat(64) }), 'stored')
    const seen = { sha256: 'f'.repeat(64), form: 'thumbnail' as const, logbookId, usedAt: NOW }
    await keepPicture(db, seen, new ArrayBuffer(1))
    await revoke(db, 1)
    return { db, settled, patch }
  }

  it('is no longer on this device, and the words that waited can be found', async () => {
    const { db, patch } = await taken()

    expect(await listBooks(db)).toEqual([])
    expect(await pulledOf(db)).toEqual([])
    expect(await listDocuments(db, 'entry')).toEqual([])
    expect(await listDocuments(db, 'note')).toEqual([])
    expect((await listRefused(db)).map(({ operation }) => operation)).toEqual([patch])
    expect((await rowsOf(db, 'files')).map(({ state }) => state)).toEqual(['waiting'])
    const kept = ['original', 'thumbnail'].map((form) => ({ sha256: aPhoto().sha256, form }))
    expect(await rowsOf(db, 'bytes')).toMatchObject(kept)
    expect(await rowsOf(db, 'pictures')).toMatchObject(kept)
  })

  it('is still offered what was written before: the server takes it, or says why not', async () => {
    const { db, patch } = await taken()
    expect((await readOutgoing(db)).toPush).toEqual([logbookId])
    const { operations } = await takeBatch(db, logbookId)
    expect(operations).toMatchObject([{ n: 2, operation: patch }])

    await settle(db, logbookId, {
      results: [aVerdict(patch.id, 2, 3, 'rejected')],
      serverTime: NOW,
    })
    expect(await rowsOf(db, 'outbox')).toEqual([])
    expect((await listRefused(db)).map(({ operation }) => operation)).toEqual([patch])
  })

  it('by a server that was restored gets back what that one lost', async () => {
    const { db, settled, patch } = await taken()
    await revoke(db, 0)

    expect(await waitingOf(db)).toEqual([settled, patch])
    expect(await listDocuments(db, 'note')).toEqual([])
  })

  it('and given back shows and sends what waited: its numbers would be missing for ever', async () => {
    const { db, patch } = await taken()
    await refuseFile(db, aPhoto().sha256, 'not-found')
    await pull(db, aBookPart(2, [], { reset, lastN: 1 }))

    expect(await listWaitingFiles(db)).toMatchObject([{ sha256: aPhoto().sha256 }])
    expect(await takeBatch(db, logbookId)).toMatchObject({
      pending: 1,
      operations: [{ n: 2, operation: patch }],
    })
    expect(await told(db)).toBe('Salon')
    expect(await listRefused(db)).toEqual([])
  })

  it('takes nothing of the others with it', async () => {
    const { elsewhere } = logbooks
    const db = aDatabase()
    const id = entryId(WEEK, elsewhere)
    const entry = { ...pulledAs(aWeek('draft'), 1), id, logbookId: elsewhere }
    await pull(db, aBookPart(1, [entry], { reset, id: elsewhere }))
    await pull(db, aBookPart(1, [pulledAs(aWeek('draft'), 1)], { reset }))
    await revoke(db)

    expect((await listDocuments(db, 'entry')).map((each) => each.id)).toEqual([id])
  })
})
