import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createFileUrls } from '#app/files/fileUrls.ts'
import { contentHash } from '#store/contentHash.ts'
import type { Transport } from '#sync/transport.ts'
import { logbookId, NOW } from '#tests/support/builders.ts'
import { aDatabase, aPhoto, breakTable, holdPhoto, rowsOf } from '#tests/store/aDatabase.ts'
import { anMp4, anOgg, aSound, aWebm } from '#tests/support/sounds.ts'

const { sha256 } = aPhoto()
let made: number[]

// jsdom makes no addresses for bytes; what is in them is what counts here.
beforeEach(() => {
  made = []
  URL.createObjectURL = vi.fn((blob: Blob) => `blob:${made.push(blob.size)}`)
})

/** A network that has these pictures, by form; another one is not there. */
function aNetwork(sizes: { screen?: number; thumbnail?: number } = {}) {
  const getFile = vi.fn<Transport['getFile']>(({ form }) => {
    const size = form === 'original' ? undefined : sizes[form]
    return Promise.resolve(
      size === undefined ? { kind: 'offline' } : { kind: 'ok', body: new ArrayBuffer(size) },
    )
  })
  return { getFile } as unknown as Transport & { readonly getFile: typeof getFile }
}

describe('a photo’s address', () => {
  it('is made of what this device has, without asking anybody', async () => {
    const db = aDatabase()
    await holdPhoto(db)
    const network = aNetwork()
    const urlOf = createFileUrls(db, network, () => NOW)
    expect(await urlOf(logbookId, sha256, 'thumbnail')).toBe('blob:1')
    expect(await urlOf(logbookId, sha256, 'screen')).toBe('blob:2')
    expect(await urlOf(logbookId, sha256, 'screen')).toBe('blob:2')
    expect(made).toEqual([1, 3])
    expect(network.getFile).not.toHaveBeenCalled()
  })

  it('is asked of the server once, and then known without a network', async () => {
    const db = aDatabase()
    const network = aNetwork({ thumbnail: 5 })
    const urlOf = createFileUrls(db, network, () => NOW)
    const both = [urlOf(logbookId, sha256, 'thumbnail'), urlOf(logbookId, sha256, 'thumbnail')]
    expect(await Promise.all(both)).toEqual(['blob:1', 'blob:1'])
    expect(network.getFile).toHaveBeenCalledTimes(1)

    const later = createFileUrls(db, aNetwork(), () => NOW)
    expect(await later(logbookId, sha256, 'thumbnail')).toBe('blob:2')
    expect(made).toEqual([5, 5])
  })

  it('of a large picture that cannot be had is that of the small one', async () => {
    const db = aDatabase()
    const urlOf = createFileUrls(db, aNetwork({ thumbnail: 5 }), () => NOW)
    expect(await urlOf(logbookId, sha256, 'screen')).toBe('blob:1')
    expect(made).toEqual([5])
  })

  it('is asked for again when it could not be had', async () => {
    const db = aDatabase()
    const sizes: { thumbnail?: number } = {}
    const urlOf = createFileUrls(db, aNetwork(sizes), () => NOW)
    expect(await urlOf(logbookId, sha256, 'thumbnail')).toBeNull()
    sizes.thumbnail = 7
    expect(await urlOf(logbookId, sha256, 'thumbnail')).toBe('blob:1')
  })

  it('is there also where the device has no room to keep it', async () => {
    const db = aDatabase()
    breakTable(db, 'bytes')
    const urlOf = createFileUrls(db, aNetwork({ screen: 9 }), () => NOW)
    expect(await urlOf(logbookId, sha256, 'screen')).toBe('blob:1')
    expect(await rowsOf(db, 'pictures')).toEqual([])
  })
})

describe('a memo’s address', () => {
  const bytes = new Uint8Array(aSound().bytes).buffer
  const other = new Uint8Array(aSound().bytes).buffer
  const offering = (body: ArrayBuffer) => {
    const getFile = vi.fn<Transport['getFile']>(() => Promise.resolve({ kind: 'ok', body }))
    return { getFile } as unknown as Transport & { readonly getFile: typeof getFile }
  }

  it('is made of the very bytes that its hash names, which are then here without a network', async () => {
    const db = aDatabase()
    const memo = await contentHash(bytes)
    const network = offering(bytes)
    expect(await createFileUrls(db, network, () => NOW)(logbookId, memo, 'sound')).toBe('blob:1')
    expect(network.getFile.mock.calls[0]?.[0]).toEqual({
      logbookId,
      sha256: memo,
      form: 'original',
    })
    expect(await createFileUrls(db, aNetwork(), () => NOW)(logbookId, memo, 'sound')).toBe('blob:2')
    expect(made).toEqual([bytes.byteLength, bytes.byteLength])
  })

  it('is none where other bytes come: nobody hears what was not signed', async () => {
    const db = aDatabase()
    const memo = await contentHash(bytes)
    expect(
      await createFileUrls(db, offering(other), () => NOW)(logbookId, memo, 'sound'),
    ).toBeNull()
    expect(await rowsOf(db, 'bytes')).toEqual([])
  })

  it.each([
    ['audio/webm', aWebm()],
    ['audio/ogg', anOgg()],
    ['audio/mp4', anMp4()],
  ])('says what is in them (%s), which Safari asks for', async (type, sound) => {
    const told: string[] = []
    URL.createObjectURL = vi.fn((blob: Blob) => `blob:${told.push(blob.type)}`)
    const own = new Uint8Array(sound).buffer
    const urlOf = createFileUrls(aDatabase(), offering(own), () => NOW)
    await urlOf(logbookId, await contentHash(own), 'sound')
    expect(told).toEqual([type])
  })
})
