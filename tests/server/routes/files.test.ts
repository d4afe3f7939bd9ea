import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { keyOf, type FileForm } from '#server/documents/fileStore.ts'
import { aRealPhoto, asPhoto, PLACE, type TestPhoto } from '#tests/support/photos.ts'
import { getPhoto, pathOf, putPhoto } from './photoRequests.ts'
import { createWorld, type World } from './world.ts'

// Pictures are drawn for real, and wait for the disk for real.
vi.setConfig({ testTimeout: 30_000 })

let world: World
beforeAll(async () => {
  world = await createWorld()
})

const placeOf = ({ sha256 }: TestPhoto, form: FileForm = 'original') =>
  join(world.folder, 'files', keyOf(sha256, form))
const incoming = () => readdir(join(world.folder, 'files', 'incoming')).catch(() => [])

it('a photo that was confirmed is on the disk as it was sent, under its hash, once', async () => {
  const phone = await world.device('apprentice')
  const photo = await aRealPhoto()
  const first = await putPhoto(phone, photo)
  expect(first.status).toBe(201)
  expect(first.headers.get('X-Livret-Protocol')).toBe('1')
  expect((await putPhoto(phone, photo)).status).toBe(200)

  const { sha256 } = photo
  expect(placeOf(photo).endsWith(`/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`)).toBe(
    true,
  )
  expect(await readFile(placeOf(photo))).toEqual(photo.bytes)
  expect(await incoming()).toEqual([])

  const { bytes, response } = await getPhoto(phone, photo, 'original')
  expect(bytes).toEqual(photo.bytes)
  expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${sha256}.jpg"`)
})

describe('what a browser is shown was drawn anew', () => {
  const script = '<script>alert(1)</script>'

  it.each(['jpeg', 'png', 'webp'] as const)(
    'a %s says neither where it was taken nor anything else, and stands upright',
    async (format) => {
      const phone = await world.device('apprentice')
      const { bytes } = await aRealPhoto({ width: 90, height: 60, format, withPlace: true })
      // Behind the picture may stand what another program runs.
      const photo = asPhoto(
        format === 'jpeg' ? Buffer.concat([bytes, Buffer.from(script)]) : bytes,
        `image/${format}`,
      )
      expect(photo.bytes.includes(PLACE)).toBe(true)
      expect((await putPhoto(phone, photo)).status).toBe(201)

      for (const form of ['screen', 'thumbnail'] as const) {
        const shown = await getPhoto(phone, photo, form)
        expect(Object.fromEntries(shown.response.headers)).toMatchObject({
          'content-type': 'image/jpeg',
          'content-disposition': 'inline',
          'content-security-policy': 'sandbox',
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        })
        expect(shown.bytes.includes(PLACE)).toBe(false)
        expect(shown.bytes.includes(script)).toBe(false)
        const { width, height, exif, icc, xmp, orientation } = await sharp(shown.bytes).metadata()
        expect({ width, height, exif, icc, xmp, orientation }).toEqual({ width: 60, height: 90 })
      }
      expect((await getPhoto(phone, photo, 'original')).bytes).toEqual(photo.bytes)
    },
  )

  it('and is no larger than a screen, or than a print', async () => {
    const phone = await world.device('apprentice')
    const photo = await aRealPhoto({ width: 2_400, height: 1_200 })
    await putPhoto(phone, photo)
    const sizeOf = async (form: FileForm) => {
      const { width, height } = await sharp((await getPhoto(phone, photo, form)).bytes).metadata()
      return [width, height]
    }
    expect(await sizeOf('screen')).toEqual([1_600, 800])
    expect(await sizeOf('thumbnail')).toEqual([320, 160])
    const named = await phone.fetch(`${pathOf(photo.sha256)}?form=screen`)
    expect(Number(named.headers.get('Content-Length'))).toBe(
      (await getPhoto(phone, photo)).bytes.length,
    )
  })

  it('what was lost of it, or never was, is drawn again from the photo', async () => {
    const phone = await world.device('apprentice')
    const photo = await aRealPhoto()
    await putPhoto(phone, photo)
    const before = await getPhoto(phone, photo, 'thumbnail')
    await rm(placeOf(photo, 'thumbnail'))
    await rm(placeOf(photo, 'screen'))
    expect((await getPhoto(phone, photo, 'thumbnail')).bytes).toEqual(before.bytes)
    expect((await getPhoto(phone, photo, 'screen')).status).toBe(200)
    expect(await readFile(placeOf(photo, 'thumbnail'))).toEqual(before.bytes)
  })
})

describe('what is refused leaves nothing behind', () => {
  const cases: readonly [string, () => Buffer | Promise<Buffer>, number, string][] = [
    [
      'a page that calls itself a photo',
      () => Buffer.from('<html><script>alert(1)</script>'),
      422,
      'not-a-photo',
    ],
    [
      'a drawing that runs scripts',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      422,
      'not-a-photo',
    ],
    ['nothing', () => Buffer.alloc(0), 422, 'not-a-photo'],
    [
      'a photo that was cut short',
      async () => (await aRealPhoto({ noisy: true })).bytes.subarray(0, 3_000),
      422,
      'not-a-photo',
    ],
    [
      'a photo whose picture is noise',
      async () => {
        const { bytes } = await aRealPhoto({ format: 'png' })
        return Buffer.concat([bytes.subarray(0, 60), Buffer.alloc(400, 7)])
      },
      422,
      'not-a-photo',
    ],
    [
      'a picture that would fill a phone’s memory',
      async () => {
        const { bytes } = await aRealPhoto({ format: 'png' })
        bytes.writeUInt32BE(50_000, 16)
        bytes.writeUInt32BE(50_000, 20)
        return bytes
      },
      422,
      'not-a-photo',
    ],
    [
      'another kind of picture',
      () =>
        sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
          .gif()
          .toBuffer(),
      422,
      'not-a-photo',
    ],
    ['more than half a megabyte at once', () => Buffer.alloc(524_289, 1), 413, 'too-large'],
  ]
  it.each(cases)('%s', async (_, make, status, code) => {
    const phone = await world.device('apprentice')
    const photo = asPhoto(await make())
    const response = await putPhoto(phone, photo)
    expect([response.status, await response.json()]).toMatchObject([status, { code }])
    expect(await incoming()).toEqual([])
    await expect(readFile(placeOf(photo))).rejects.toThrow(/ENOENT/u)
  })

  it('bytes that were damaged on the way', async () => {
    const phone = await world.device('apprentice')
    const [photo, other] = [await aRealPhoto(), await aRealPhoto()]
    const response = await putPhoto(phone, photo, pathOf(other.sha256))
    expect([response.status, await response.json()]).toMatchObject([422, { code: 'wrong-hash' }])
    const { rowCount } = await world.pool.query('select from file where sha256 = any($1)', [
      [photo.sha256, other.sha256],
    ])
    expect(rowCount).toBe(0)
    await expect(readFile(placeOf(photo))).rejects.toThrow(/ENOENT/u)
  })

  it('a name that is a path, and a form nobody knows', async () => {
    const phone = await world.device('apprentice')
    const photo = await aRealPhoto()
    for (const name of ['..%2f..%2fetc%2fpasswd', 'A'.repeat(64), 'a'.repeat(63)]) {
      expect((await putPhoto(phone, photo, pathOf(name))).status).toBe(404)
    }
    await putPhoto(phone, photo)
    expect((await phone.fetch(`${pathOf(photo.sha256)}?form=../x`)).status).toBe(404)
  })
})

it('a photo whose file was damaged is taken again and then there', async () => {
  const phone = await world.device('apprentice')
  const photo = await aRealPhoto()
  await putPhoto(phone, photo)
  await writeFile(placeOf(photo), 'damaged')
  expect((await putPhoto(phone, photo)).status).toBe(200)
  expect((await getPhoto(phone, photo, 'original')).bytes).toEqual(photo.bytes)
})
