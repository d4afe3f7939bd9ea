import { describe, expect, it, vi } from 'vitest'
import { act } from '#store/act.ts'
import { openLogbookDb } from '#store/database.ts'
import { withRoom } from '#store/room.ts'
import type { PersonId } from '#domain/identifiers.ts'
import { aPatch, apprentice, nextId, unwritten } from '#tests/support/builders.ts'
import { aDatabase, aPhoto, holdPhoto, rowsOf } from './aDatabase.ts'

const full = () => new DOMException('no room', 'QuotaExceededError')

describe('a device without room', () => {
  it('writes after all, once pictures that the server has have made some', async () => {
    const db = aDatabase()
    await holdPhoto(db, aPhoto(), 'stored')
    const write = vi.fn().mockRejectedValueOnce(full()).mockResolvedValue('written')
    expect(await withRoom(db, write)).toBe('written')
    expect(await rowsOf(db, 'bytes')).toEqual([])
  })

  it('says so where nothing may go, and keeps what nobody else has', async () => {
    const db = aDatabase()
    await holdPhoto(db)
    const picture = (await rowsOf(db, 'pictures')).find(({ form }) => form === 'original')
    // A small picture is no loss; without it, there is nothing more to let go of.
    await withRoom(db, vi.fn().mockRejectedValueOnce(full()).mockResolvedValue(null))
    const write = vi.fn().mockRejectedValue(full())
    await expect(withRoom(db, write)).rejects.toThrow(/room/u)
    expect(write).toHaveBeenCalledTimes(1)
    expect(await rowsOf(db, 'pictures')).toEqual([picture])
  })

  it('takes any other error for what it is, and frees nothing', async () => {
    const db = aDatabase()
    await holdPhoto(db, aPhoto(), 'stored')
    const write = vi.fn().mockRejectedValue(new Error('broken'))
    await expect(withRoom(db, write)).rejects.toThrow('broken')
    expect(write).toHaveBeenCalledTimes(1)
    expect(await rowsOf(db, 'bytes')).toHaveLength(2)
  })
})

it('the words of a person find room in her own database, at the price of a picture', async () => {
  const db = openLogbookDb(nextId<PersonId>())
  await holdPhoto(db, aPhoto(), 'stored')
  // The browser refuses the first transaction that writes words, as a full disk does.
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw full()
  })
  const decision = await act(db, aPatch(unwritten('note'), { text: 'Bonjour' }), apprentice)
  put.mockRestore()
  expect(decision.verdict).toBe('applied')
  expect(await rowsOf(db, 'outbox')).toHaveLength(1)
  expect(await rowsOf(db, 'bytes')).toEqual([])
  await db.destroy()
})
