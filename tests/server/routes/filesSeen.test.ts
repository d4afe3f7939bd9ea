import { beforeAll, describe, expect, it, vi } from 'vitest'
import {
  anAct,
  anUnwrittenWeek,
  aPatch,
  entryId,
  logbooks,
  nextId,
  NOW,
} from '#tests/support/builders.ts'
import { aRealPhoto } from '#tests/support/photos.ts'
import { getPhoto, pathOf, putPhoto, writeWeekWith } from './photoRequests.ts'
import { createWorld, type TestDevice, type World } from './world.ts'

// Pictures are drawn for real, and wait for the disk for real.
vi.setConfig({ testTimeout: 30_000 })

let world: World
beforeAll(async () => {
  world = await createWorld()
})

describe('a photo is seen by who may read what names it', () => {
  it('the master sees it once the week was sent, and not before', async () => {
    const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
    const photo = await aRealPhoto()
    await putPhoto(phone, photo)
    await writeWeekWith(phone, photo, '2026-W01', false)
    expect((await getPhoto(tablet, photo)).status).toBe(404)

    await phone.push([anAct('submit', anUnwrittenWeek('2026-W01'))])
    for (const form of ['screen', 'thumbnail', 'original'] as const) {
      expect((await getPhoto(tablet, photo, form)).status).toBe(200)
    }
    const { bytes } = await getPhoto(tablet, photo)
    const head = await tablet.fetch(pathOf(photo.sha256), { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('Content-Length')).toBe(String(bytes.length))
    expect(await head.text()).toBe('')
  })

  it('who may read that it exists is told that it has not arrived; nobody else is', async () => {
    const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
    const stranger = await world.device('master', 'elsewhere')
    const photo = await aRealPhoto()
    await writeWeekWith(phone, photo, '2026-W06', false)
    const told = async (device: TestDevice) =>
      (JSON.parse(String((await getPhoto(device, photo)).bytes)) as { code: string }).code
    expect(await told(tablet)).toBe('not-found')
    expect(await told(phone)).toBe('not-arrived')

    await phone.push([anAct('submit', anUnwrittenWeek('2026-W06'))])
    expect(await told(tablet)).toBe('not-arrived')
    expect(await told(stranger)).toBe('not-found')
  })

  it('the apprentice sees his own on another device', async () => {
    const [phone, laptop] = [await world.device('apprentice'), await world.device('apprentice')]
    const photo = await aRealPhoto()
    await putPhoto(phone, photo)
    await writeWeekWith(phone, photo, '2026-W02', false)
    expect((await getPhoto(laptop, photo)).status).toBe(200)
  })

  it('“not yours”, “not here” and “does not exist” are one answer', async () => {
    const phone = await world.device('apprentice')
    const photo = await aRealPhoto()
    await putPhoto(phone, photo)
    await writeWeekWith(phone, photo, '2026-W03', true)
    const stranger = await world.device('master', 'elsewhere')
    const asked = [
      stranger.fetch(pathOf(photo.sha256)),
      // Named in a logbook of his own, it does not become his: nobody there brought it.
      stranger.fetch(pathOf(photo.sha256, logbooks.elsewhere)),
      stranger.fetch(pathOf('f'.repeat(64), logbooks.elsewhere)),
      stranger.fetch(pathOf(photo.sha256, nextId())),
      putPhoto(stranger, photo),
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
    await putPhoto(phone, photo)
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
    await putPhoto(phone, photo)
    const path = pathOf(photo.sha256, logbooks.elsewhere)
    expect((await putPhoto(other, photo, path)).status).toBe(201)
    expect((await other.fetch(path)).status).toBe(200)
  })

  it('after the end of a membership nothing is seen any more', async () => {
    const phone = await world.device('apprentice')
    const photo = await aRealPhoto()
    await putPhoto(phone, photo)
    await writeWeekWith(phone, photo, '2026-W05', true)
    world.setNow('2027-09-01T08:00:00.000Z')
    const late = await world.device('master')
    expect((await getPhoto(late, photo)).status).toBe(404)
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
