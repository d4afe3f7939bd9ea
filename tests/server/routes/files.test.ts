import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FileReference } from '#domain/operation.ts'
import { placeOf } from '#server/documents/upload.ts'
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
import { createWorld, type TestDevice, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})

let made = 0
/** A PNG that announces its size; the rest is noise of its own. */
function aPhoto(width = 800, height = 600, mime: FileReference['mime'] = 'image/png') {
  made += 1
  const bytes = Buffer.alloc(200, made)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes)
  bytes.writeUInt32BE(13, 8)
  bytes.write('IHDR', 12, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.write(nextId(), 100, 'latin1')
  return { bytes, sha256: hashOf(bytes), mime, size: bytes.length }
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (sha256: string, id: string = logbookId) => `/api/v1/logbooks/${id}/files/${sha256}`

const put = (device: TestDevice, bytes: Buffer, path: string) =>
  device.fetch(path, { method: 'PUT', body: new Uint8Array(bytes) })

/** A week of the apprentice with this photo in it. */
async function aWeekWith(phone: TestDevice, photo: FileReference, week: string, send: boolean) {
  const entry = anUnwrittenWeek(week)
  const { sha256, size, mime } = photo
  const set = { week, told: 'En photo', 'photos/a': { sha256, size, mime } }
  await phone.push([aPatch(entry, set), ...(send ? [anAct('submit', entry)] : [])])
}

it('a photo that was confirmed is on the disk as it was sent, once', async () => {
  const phone = await world.device('apprentice')
  const photo = aPhoto()
  const first = await put(phone, photo.bytes, pathOf(photo.sha256))
  expect(first.status).toBe(201)
  expect(first.headers.get('X-Livret-Protocol')).toBe('1')
  expect((await put(phone, photo.bytes, pathOf(photo.sha256))).status).toBe(200)

  const place = placeOf(world.folder, photo.sha256)
  expect(
    place.endsWith(`/${photo.sha256.slice(0, 2)}/${photo.sha256.slice(2, 4)}/${photo.sha256}`),
  ).toBe(true)
  expect(await readFile(place)).toEqual(photo.bytes)
  expect(await readdir(join(world.folder, 'files', 'incoming'))).toEqual([])

  const response = await phone.fetch(pathOf(photo.sha256))
  expect(Buffer.from(await response.arrayBuffer())).toEqual(photo.bytes)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline',
    'content-security-policy': 'sandbox',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
})

describe('what is refused leaves nothing behind', () => {
  const cases: readonly [string, () => Buffer, number, string][] = [
    [
      'a page that calls itself a photo',
      () => Buffer.from('<html><script>alert(1)</script>'),
      422,
      'not-a-photo',
    ],
    [
      'a drawing that runs scripts',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      422,
      'not-a-photo',
    ],
    ['nothing', () => Buffer.alloc(0), 422, 'not-a-photo'],
    [
      'the first bytes of a photo and no more',
      () => aPhoto().bytes.subarray(0, 12),
      422,
      'not-a-photo',
    ],
    [
      'a picture that would fill a phone’s memory',
      () => aPhoto(50_000, 50_000).bytes,
      422,
      'not-a-photo',
    ],
    ['a picture without height', () => aPhoto(100, 0).bytes, 422, 'not-a-photo'],
    ['more than ten megabytes', () => Buffer.alloc(10_000_001, 1), 413, 'too-large'],
  ]
  it.each(cases)('%s', async (_, bytes, status, code) => {
    const phone = await world.device('apprentice')
    const body = bytes()
    const response = await put(phone, body, pathOf(hashOf(body)))
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code })
    expect(await readdir(join(world.folder, 'files', 'incoming'))).toEqual([])
  })

  it('bytes that were damaged on the way', async () => {
    const phone = await world.device('apprentice')
    const [photo, other] = [aPhoto(), aPhoto()]
    const response = await put(phone, photo.bytes, pathOf(other.sha256))
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'wrong-hash' })
    const { rowCount } = await world.pool.query('select from file where sha256 = any($1)', [
      [photo.sha256, other.sha256],
    ])
    expect(rowCount).toBe(0)
    await expect(readFile(placeOf(world.folder, photo.sha256))).rejects.toThrow(/ENOENT/u)
  })

  it('a name that is a path', async () => {
    const phone = await world.device('apprentice')
    for (const name of ['..%2f..%2fetc%2fpasswd', 'A'.repeat(64), 'a'.repeat(63)]) {
      expect((await put(phone, aPhoto().bytes, pathOf(name))).status).toBe(404)
    }
  })
})

describe('a photo is seen by who may read what names it', () => {
  it('the master sees it once the week was sent, and not before', async () => {
    const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
    const photo = aPhoto()
    await put(phone, photo.bytes, pathOf(photo.sha256))
    await aWeekWith(phone, photo, '2026-W01', false)
    expect((await tablet.fetch(pathOf(photo.sha256))).status).toBe(404)

    await phone.push([anAct('submit', anUnwrittenWeek('2026-W01'))])
    expect((await tablet.fetch(pathOf(photo.sha256))).status).toBe(200)
    const head = await tablet.fetch(pathOf(photo.sha256), { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('Content-Length')).toBe(String(photo.size))
    expect(await head.text()).toBe('')
  })

  it('the apprentice sees his own on another device', async () => {
    const [phone, laptop] = [await world.device('apprentice'), await world.device('apprentice')]
    const photo = aPhoto()
    await put(phone, photo.bytes, pathOf(photo.sha256))
    await aWeekWith(phone, photo, '2026-W02', false)
    expect((await laptop.fetch(pathOf(photo.sha256))).status).toBe(200)
  })

  it('“not yours”, “not here” and “does not exist” are one answer', async () => {
    const phone = await world.device('apprentice')
    const photo = aPhoto()
    await put(phone, photo.bytes, pathOf(photo.sha256))
    await aWeekWith(phone, photo, '2026-W03', true)
    const stranger = await world.device('master', 'elsewhere')
    const asked = [
      stranger.fetch(pathOf(photo.sha256)),
      // Named in a logbook of his own, it does not become his: nobody there brought it.
      stranger.fetch(pathOf(photo.sha256, logbooks.elsewhere)),
      stranger.fetch(pathOf('f'.repeat(64), logbooks.elsewhere)),
      stranger.fetch(pathOf(photo.sha256, nextId())),
      put(stranger, photo.bytes, pathOf(photo.sha256)),
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
    const photo = aPhoto()
    await put(phone, photo.bytes, pathOf(photo.sha256))
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
    const photo = aPhoto()
    await put(phone, photo.bytes, pathOf(photo.sha256))
    const path = pathOf(photo.sha256, logbooks.elsewhere)
    expect((await put(other, photo.bytes, path)).status).toBe(201)
    expect((await other.fetch(path)).status).toBe(200)
  })

  it('after the end of a membership nothing is seen any more', async () => {
    const phone = await world.device('apprentice')
    const photo = aPhoto()
    await put(phone, photo.bytes, pathOf(photo.sha256))
    await aWeekWith(phone, photo, '2026-W05', true)
    world.setNow('2027-09-01T08:00:00.000Z')
    const late = await world.device('master')
    expect((await late.fetch(pathOf(photo.sha256))).status).toBe(404)
    world.setNow(NOW)
  })

  it('who is signed out sees and sends nothing', async () => {
    const photo = aPhoto()
    expect((await world.app.request(pathOf(photo.sha256))).status).toBe(401)
    const sent = await world.app.request(pathOf(photo.sha256), {
      method: 'PUT',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: new Uint8Array(photo.bytes),
    })
    expect(sent.status).toBe(401)
  })
})

it('a photo whose file was lost is asked for again and then there', async () => {
  const phone = await world.device('apprentice')
  const photo = aPhoto()
  await put(phone, photo.bytes, pathOf(photo.sha256))
  await writeFile(placeOf(world.folder, photo.sha256), 'damaged')
  expect((await put(phone, photo.bytes, pathOf(photo.sha256))).status).toBe(200)
  const response = await phone.fetch(pathOf(photo.sha256))
  expect(Buffer.from(await response.arrayBuffer())).toEqual(photo.bytes)
})
