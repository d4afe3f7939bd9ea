import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { FileReference } from '#domain/operation.ts'
import { keyOf, type PhotoForm } from '#server/documents/fileStore.ts'
import {
  anAct,
  anUnwrittenWeek,
  aPatch,
  entryId,
  logbookId,
  logbooks,
  nextId,
  NOW,
} from '#tests/support/builders.ts'
import { aRealPhoto, asPhoto, PLACE, type TestPhoto } from '#tests/support/photos.ts'
import { createWorld, type TestDevice, type World } from './world.ts'

// Pictures are drawn for real, and wait for the disk for real.
vi.setConfig({ testTimeout: 30_000 })

let world: World
beforeAll(async () => {
  world = await createWorld()
})

const pathOf = (sha256: string, id: string = logbookId) => `/api/v1/logbooks/${id}/files/${sha256}`
const placeOf = ({ sha256 }: TestPhoto, form: PhotoForm = 'original') =>
  join(world.folder, 'files', keyOf(sha256, form))
const incoming = () => readdir(join(world.folder, 'files', 'incoming')).catch(() => [])

const put = (device: TestDevice, { bytes, sha256 }: TestPhoto, path = pathOf(sha256)) =>
  device.fetch(path, { method: 'PUT', body: new Uint8Array(bytes) })

async function get(device: TestDevice, { sha256 }: TestPhoto, form: PhotoForm = 'screen') {
  const response = await device.fetch(
    form === 'screen' ? pathOf(sha256) : `${pathOf(sha256)}?form=${form}`,
  )
  const bytes = Buffer.from(await response.arrayBuffer())
  return { response, bytes, status: response.status }
}

/** A week of the apprentice with this photo in it. */
async function aWeekWith(phone: TestDevice, photo: FileReference, week: string, send: boolean) {
  const entry = anUnwrittenWeek(week)
  const { sha256, size, mime } = photo
  const set = { week, told: 'En photo', 'photos/a': { sha256, size, mime } }
  await phone.push([aPatch(entry, set), ...(send ? [anAct('submit', entry)] : [])])
}

it('a photo that was confirmed is on the disk as it was sent, under its hash, once', async () => {
  const phone = await world.device('apprentice')
  const photo = await aRealPhoto()
  const first = await put(phone, photo)
  expect(first.status).toBe(201)
  expect(first.headers.get('X-Livret-Protocol')).toBe('1')
  expect((await put(phone, photo)).status).toBe(200)

  const { sha256 } = photo
  expect(placeOf(photo).endsWith(`/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`)).toBe(
    true,
  )
  expect(await readFile(placeOf(photo))).toEqual(photo.bytes)
  expect(await incoming()).toEqual([])

  const { bytes, response } = await get(phone, photo, 'original')
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
      expect((await put(phone, photo)).status).toBe(201)

      for (const form of ['screen', 'thumbnail'] as const) {
        const shown = await get(phone, photo, form)
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
      expect((await get(phone, photo, 'original')).bytes).toEqual(photo.bytes)
    },
  )

  it('and is no larger than a screen, or than a print', async () => {
    const phone = await world.device('apprentice')
    const photo = await aRealPhoto({ width: 2_400, height: 1_200 })
    await put(phone, photo)
    const sizeOf = async (form: PhotoForm) => {
      const { width, height } = await sharp((await get(phone, photo, form)).bytes).metadata()
      return [width, height]
    }
    expect(await sizeOf('screen')).toEqual([1_600, 800])
    expect(await sizeOf('thumbnail')).toEqual([320, 160])
  })

  it('what was lost of it, or never was, is drawn again from the photo', async () => {
    const phone = await world.device('apprentice')
    const photo = await aRealPhoto()
    await put(phone, photo)
    const before = await get(phone, photo, 'thumbnail')
    await rm(placeOf(photo, 'thumbnail'))
    await rm(placeOf(photo, 'screen'))
    expect((await get(phone, photo, 'thumbnail')).bytes).toEqual(before.bytes)
    expect((await get(phone, photo, 'screen')).status).toBe(200)
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
    const response = await put(phone, photo)
    expect([response.status, await response.json()]).toMatchObject([status, { code }])
    expect(await incoming()).toEqual([])
    await expect(readFile(placeOf(photo))).rejects.toThrow(/ENOENT/u)
  })

  it('bytes that were damaged on the way', async () => {
    const phone = await world.device('apprentice')
    const [photo, other] = [await aRealPhoto(), await aRealPhoto()]
    const response = await put(phone, photo, pathOf(other.sha256))
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
      expect((await put(phone, photo, pathOf(name))).status).toBe(404)
    }
    await put(phone, photo)
    expect((await phone.fetch(`${pathOf(photo.sha256)}?form=../x`)).status).toBe(404)
  })
})

describe('a photo is seen by who may read what names it', () => {
  it('the master sees it once the week was sent, and not before', async () => {
    const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
    const photo = await aRealPhoto()
    await put(phone, photo)
    await aWeekWith(phone, photo, '2026-W01', false)
    expect((await get(tablet, photo)).status).toBe(404)

    await phone.push([anAct('submit', anUnwrittenWeek('2026-W01'))])
    for (const form of ['screen', 'thumbnail', 'original'] as const) {
      expect((await get(tablet, photo, form)).status).toBe(200)
    }
    const { bytes } = await get(tablet, photo)
    const head = await tablet.fetch(pathOf(photo.sha256), { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('Content-Length')).toBe(String(bytes.length))
    expect(await head.text()).toBe('')
  })

  it('who may read that it exists is told that it has not arrived; nobody else is', async () => {
    const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
    const stranger = await world.device('master', 'elsewhere')
    const photo = await aRealPhoto()
    await aWeekWith(phone, photo, '2026-W06', false)
    const told = async (device: TestDevice) =>
      (JSON.parse(String((await get(device, photo)).bytes)) as { code: string }).code
    expect(await told(tablet)).toBe('not-found')
    expect(await told(phone)).toBe('not-arrived')

    await phone.push([anAct('submit', anUnwrittenWeek('2026-W06'))])
    expect(await told(tablet)).toBe('not-arrived')
    expect(await told(stranger)).toBe('not-found')
  })

  it('the apprentice sees his own on another device', async () => {
    const [phone, laptop] = [await world.device('apprentice'), await world.device('apprentice')]
    const photo = await aRealPhoto()
    await put(phone, photo)
    await aWeekWith(phone, photo, '2026-W02', false)
    expect((await get(laptop, photo)).status).toBe(200)
  })

  it('“not yours”, “not here” and “does not exist” are one answer', async () => {
    const phone = await world.device('apprentice')
    const photo = await aRealPhoto()
    await put(phone, photo)
    await aWeekWith(phone, photo, '2026-W03', true)
    const stranger = await world.device('master', 'elsewhere')
    const asked = [
      stranger.fetch(pathOf(photo.sha256)),
      // Named in a logbook of his own, it does not become his: nobody there brought it.
      stranger.fetch(pathOf(photo.sha256, logbooks.elsewhere)),
      stranger.fetch(pathOf('f'.repeat(64), logbooks.elsewhere)),
      stranger.fetch(pathOf(photo.sha256, nextId())),
      put(stranger, photo),
      phone.fetch(pathOf('f'.repeat(64))),
    ]
    const answers = await Promise.all(
      asked.map(async (each) => [(await each).status, await (await each).text()]),
    )
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(answers[0]?.[0]).toBe(404)
  })

  it('naming the hash of a foreign photo in one’s own week does not open it', async () => {
    const [phone, thief] = [
      await world.device('apprentice'),
      await world.device('apprentice', 'elsewhere'),
    ]
    const photo = await aRealPhoto()
    await put(phone, photo)
    const week = '2026-W04'
    const entry = anUnwrittenWeek(week)
    const { sha256, size, mime } = photo
    const id = entryId(week, logbooks.elsewhere)
    const patch = { ...aPatch(entry, { week, 'photos/a': { sha256, size, mime } }), documentId: id }
    expect((await thief.push([patch])).body.results[0]?.verdict).toBe('applied')

    expect((await thief.fetch(pathOf(photo.sha256, logbooks.elsewhere))).status).toBe(404)
  })

  it('who sends the bytes again has them, and learns nothing of who had them before', async () => {
    const [phone, other] = [
      await world.device('apprentice'),
      await world.device('apprentice', 'elsewhere'),
    ]
    const photo = await aRealPhoto()
    await put(phone, photo)
    const path = pathOf(photo.sha256, logbooks.elsewhere)
    expect((await put(other, photo, path)).status).toBe(201)
    expect((await other.fetch(path)).status).toBe(200)
  })

  it('after the end of a membership nothing is seen any more', async () => {
    const phone = await world.device('apprentice')
    const photo = await aRealPhoto()
    await put(phone, photo)
    await aWeekWith(phone, photo, '2026-W05', true)
    world.setNow('2027-09-01T08:00:00.000Z')
    const late = await world.device('master')
    expect((await get(late, photo)).status).toBe(404)
    world.setNow(NOW)
  })

  it('who is signed out sees and sends nothing', async () => {
    const photo = await aRealPhoto()
    for (const path of [pathOf(photo.sha256), `${pathOf(photo.sha256)}/pieces`]) {
      expect((await world.app.request(path)).status).toBe(401)
    }
    for (const path of [pathOf(photo.sha256), `${pathOf(photo.sha256)}/pieces/0`]) {
      const sent = await world.app.request(path, {
        method: 'PUT',
        headers: { 'Sec-Fetch-Site': 'same-origin' },
        body: new Uint8Array(photo.bytes),
      })
      expect(sent.status).toBe(401)
    }
  })
})

it('a photo whose file was damaged is taken again and then there', async () => {
  const phone = await world.device('apprentice')
  const photo = await aRealPhoto()
  await put(phone, photo)
  await writeFile(placeOf(photo), 'damaged')
  expect((await put(phone, photo)).status).toBe(200)
  expect((await get(phone, photo, 'original')).bytes).toEqual(photo.bytes)
})
