import { describe, expect, it } from 'vitest'
import { makeRoom } from '#app/files/makeRoom.ts'
import { aDatabase, aPhoto, holdPhoto, rowsOf } from '#tests/store/aDatabase.ts'

const mega = 1_000_000
const storage = (free: number) => ({
  estimate: () => Promise.resolve({ quota: 100 * mega, usage: 100 * mega - free }),
})

describe('before the camera opens', () => {
  it('a device with room keeps all it has', async () => {
    const db = aDatabase()
    await holdPhoto(db, aPhoto(), 'stored')
    expect(await makeRoom(db, storage(25 * mega))).toBe(true)
    expect(await rowsOf(db, 'bytes')).toHaveLength(2)
  })

  it('one that gets tight lets go of what the server has, and then has room', async () => {
    const db = aDatabase()
    await holdPhoto(db, aPhoto({ bytes: new ArrayBuffer(4 * mega) }), 'stored')
    expect(await makeRoom(db, storage(mega))).toBe(true)
    expect(await rowsOf(db, 'bytes')).toEqual([])
  })

  it('one that is full of what nobody else has says that there is no room', async () => {
    const db = aDatabase()
    await holdPhoto(db, aPhoto({ bytes: new ArrayBuffer(4 * mega) }))
    expect(await makeRoom(db, storage(mega))).toBe(false)
    expect(await rowsOf(db, 'files')).toMatchObject([{ state: 'waiting' }])
  })

  it.each([
    ['has no such question', {}],
    ['does not answer', { estimate: () => Promise.reject(new TypeError('no')) }],
    ['answers nothing', { estimate: () => Promise.resolve({}) }],
  ])('a browser that %s is believed to have room', async (_, asked) => {
    expect(await makeRoom(aDatabase(), asked)).toBe(true)
  })
})
