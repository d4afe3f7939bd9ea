import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileRow, LogbookDb, PictureForm } from '#store/database.ts'
import { freeSpace } from '#store/freeSpace.ts'
import { keepPicture, listUnseen, readOriginal, showPicture } from '#store/pictures.ts'
import { logbookId, NOW } from '#tests/support/builders.ts'
import { aDatabase, aPhoto, holdPhoto, rowsOf } from './aDatabase.ts'

const hash = (number: number) => number.toString(16).padStart(64, '0')
const minute = (number: number) => `2025-11-07T17:${String(number).padStart(2, '0')}:00.000Z`

/** A photo taken here, of so many bytes, with a small picture of one. */
const take = (db: LogbookDb, number: number, state: FileRow['state'], size: number, at = 0) =>
  holdPhoto(
    db,
    aPhoto({
      sha256: hash(number),
      bytes: new ArrayBuffer(size),
      thumbnail: new ArrayBuffer(1),
      addedAt: minute(at),
    }),
    state,
  )

const fetched = (db: LogbookDb, number: number, form: PictureForm, size: number, at = 0) =>
  keepPicture(
    db,
    { sha256: hash(number), form, logbookId, usedAt: minute(at) },
    new ArrayBuffer(size),
  )

const left = async (db: LogbookDb) =>
  (await rowsOf(db, 'pictures')).map(({ sha256, form }) => `${Number(`0x${sha256}`)} ${form}`)

describe('room is made', () => {
  it('of small pictures first, then of what was not looked at for longest, and no more than needed', async () => {
    const db = aDatabase()
    await take(db, 1, 'stored', 100, 5)
    await fetched(db, 2, 'screen', 100, 1)
    await fetched(db, 3, 'screen', 100, 9)
    await fetched(db, 4, 'thumbnail', 1, 2)

    expect(await freeSpace(db, 1)).toBe(1)
    expect(await left(db)).toEqual(['1 original', '1 thumbnail', '2 screen', '3 screen'])
    expect(await freeSpace(db, 102)).toBe(201)
    expect(await left(db)).toEqual(['3 screen'])
    // Nothing is left to send of what the server has.
    expect(await rowsOf(db, 'files')).toEqual([])
  })

  it('and a picture that was just looked at stays longest', async () => {
    const db = aDatabase()
    await fetched(db, 1, 'screen', 100, 1)
    await fetched(db, 2, 'screen', 100, 2)
    await showPicture(db, hash(1), ['original', 'screen'], minute(3))
    await freeSpace(db, 1)
    expect(await left(db)).toEqual(['1 screen'])
  })

  it('never of a photo that the server has not confirmed, whatever is asked for', async () => {
    const state = fc.constantFrom<FileRow['state']>('waiting', 'refused', 'stored')
    const photos = fc.array(fc.tuple(state, fc.nat(300), fc.nat(59)), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(photos, fc.array(fc.nat(2_000), { maxLength: 3 }), async (all, asked) => {
        const db = aDatabase()
        for (const [number, [each, size, at]] of all.entries()) {
          await take(db, number, each, size, at)
        }
        for (const wanted of asked) await freeSpace(db, wanted)
        for (const [number, [each, size]] of all.entries()) {
          if (each === 'stored') continue
          expect((await readOriginal(db, hash(number)))?.byteLength).toBe(size)
          const files = await rowsOf(db, 'files')
          expect(files.find(({ sha256 }) => sha256 === hash(number))?.state).toBe(each)
        }
        // What is known of pictures and their bytes agree.
        const [pictures, bytes] = [await rowsOf(db, 'pictures'), await rowsOf(db, 'bytes')]
        expect(pictures.map(({ sha256, form }) => [sha256, form])).toEqual(
          bytes.map(({ sha256, form }) => [sha256, form]),
        )
      }),
      { numRuns: 40 },
    )
  })
})

it('a photo of which one picture or another is here has been seen', async () => {
  const db = aDatabase()
  await take(db, 1, 'waiting', 10)
  await fetched(db, 2, 'thumbnail', 1)
  expect(await listUnseen(db, [hash(1), hash(2), hash(3)])).toEqual([hash(3)])
})

it('the best picture that is here is shown', async () => {
  const db = aDatabase()
  await take(db, 1, 'waiting', 10)
  expect((await showPicture(db, hash(1), ['thumbnail', 'original'], NOW))?.byteLength).toBe(1)
  expect((await showPicture(db, hash(1), ['screen', 'original'], NOW))?.byteLength).toBe(10)
  expect(await showPicture(db, hash(2), ['screen', 'original'], NOW)).toBeUndefined()
})
