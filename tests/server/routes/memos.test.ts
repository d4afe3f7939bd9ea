import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { FileReference } from '#domain/operation.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { exportFileSchema, type ExportFile } from '#protocol/exportFile.ts'
import { SOUND_SIZE_MAX } from '#protocol/value.ts'
import { verifyExport } from '#protocol/verifyExport.ts'
import { keyOf } from '#server/documents/fileStore.ts'
import { anAct, anUnwrittenWeek, aPatch, aSignature, logbookId } from '#tests/support/builders.ts'
import { aRealPhoto, asPhoto } from '#tests/support/photos.ts'
import { anMp4, anOgg, aSound, aWebm } from '#tests/support/sounds.ts'
import { unzip } from '#tests/support/unzip.ts'
import { getPhoto as getFile, pathOf, putPhoto as putFile, putPiece } from './photoRequests.ts'
import { createWorld, pulled, verdictsOf, type TestDevice, type World } from './world.ts'

// Photos are drawn for real, and all waits for the disk for real.
vi.setConfig({ testTimeout: 30_000 })

let world: World
beforeAll(async () => {
  world = await createWorld()
})

let weeks = 0
/** A week of the apprentice that names this as its memo. */
async function aWeekWith(phone: TestDevice, memo: FileReference, send = true) {
  weeks += 1
  const week = `2026-W${String(weeks).padStart(2, '0')}`
  const entry = anUnwrittenWeek(week)
  const { sha256, size, mime } = memo
  const set = { week, 'memos/m/sound': { sha256, size, mime }, 'memos/m/transcript': 'J’ai vendu.' }
  const operations = [aPatch(entry, set), ...(send ? [anAct('submit', entry)] : [])]
  expect(verdictsOf(await phone.push(operations))).toEqual(operations.map(() => 'applied'))
  return entry
}

describe('a memo that arrives', () => {
  it.each([
    ['WebM', asPhoto(aWebm(), 'audio/webm'), 'webm'],
    ['Ogg', asPhoto(anOgg(), 'audio/ogg'), 'ogg'],
    ['MP4', asPhoto(anMp4(), 'audio/mp4'), 'm4a'],
  ])('is heard as it was recorded, and never runs as a page (%s)', async (_, memo, ending) => {
    const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
    // What the sender says of it does not count.
    const body = new Uint8Array(memo.bytes)
    const headers = { 'Content-Type': 'text/html' }
    const put = await phone.fetch(pathOf(memo.sha256), { method: 'PUT', body, headers })
    expect(put.status).toBe(201)
    expect(await put.json()).toMatchObject({ stored: true, mime: memo.mime })
    await aWeekWith(phone, memo)

    const { bytes, response } = await getFile(tablet, memo, 'original')
    expect(bytes).toEqual(memo.bytes)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': memo.mime,
      'content-disposition': `attachment; filename="${memo.sha256}.${ending}"`,
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
  })

  it('has no picture, whoever asks for one', async () => {
    const phone = await world.device('apprentice')
    const memo = aSound()
    await putFile(phone, memo)
    for (const form of ['screen', 'thumbnail'] as const) {
      const { status, bytes } = await getFile(phone, memo, form)
      // Not that it will come: nobody draws one.
      expect([status, JSON.parse(String(bytes))]).toMatchObject([404, { code: 'not-found' }])
    }
    expect(await world.deps.files.read(keyOf(memo.sha256, 'screen'))).toBeNull()
  })

  it('of three minutes comes in pieces, and goes on after a cut', async () => {
    const phone = await world.device('apprentice')
    const memo = aSound(600_000)
    await putPiece(phone, memo, 0, memo.bytes.subarray(0, 300_000))
    const last = await putPiece(phone, memo, 300_000, memo.bytes.subarray(300_000))
    expect(last).toMatchObject({ status: 201, body: { stored: true, mime: 'audio/webm' } })
    expect((await getFile(phone, memo, 'original')).bytes).toEqual(memo.bytes)
  })

  it('longer than anybody speaks is refused, and nothing of it is kept', async () => {
    const phone = await world.device('apprentice')
    const memo = aSound(SOUND_SIZE_MAX)
    let answer = await putPiece(phone, memo, 0, memo.bytes.subarray(0, 500_000))
    for (let at = 500_000; at < memo.size; at += 500_000) {
      answer = await putPiece(phone, memo, at, memo.bytes.subarray(at, at + 500_000))
    }
    expect(answer).toMatchObject({ status: 413, body: { code: 'too-large' } })
    expect(await world.deps.files.read(keyOf(memo.sha256, 'original'))).toBeNull()
    const { rows } = await world.pool.query('select from upload where sha256 = $1', [memo.sha256])
    expect(rows).toEqual([])
  })
})

describe('what calls itself a memo and is none', () => {
  it.each<[string, Buffer]>([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'a film',
      aWebm({
        tracks: [
          [1, 'V_VP8'],
          [2, 'A_OPUS'],
        ],
      }),
    ],
    [
      'a page behind the head of a sound',
      Buffer.concat([aWebm().subarray(0, 26), Buffer.from('<p>')]),
    ],
  ])('is not taken: %s', async (_, bytes) => {
    const phone = await world.device('apprentice')
    const memo = asPhoto(bytes, 'audio/webm')
    const answer = await putFile(phone, memo)
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'not-a-photo' }])
    expect(await world.deps.files.read(keyOf(memo.sha256, 'original'))).toBeNull()
  })

  it('is a picture for the server, and a week that names it as a memo is not signed', async () => {
    const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
    const photo = await aRealPhoto()
    await putFile(phone, photo)
    const entry = await aWeekWith(phone, { ...photo, mime: 'audio/webm' })
    const seen = (await pulled(tablet, entry)) as LogbookDocument

    expect(verdictsOf(await tablet.push([aSignature(seen)]))).toEqual(['held files-missing'])
    const { response } = await getFile(tablet, photo, 'original')
    expect(response.headers.get('Content-Type')).toBe('image/jpeg')
  })
})

it('the livret leaves with its memos, as they were signed, and the check hears a change', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const memo = aSound()
  await putFile(phone, memo)
  await aWeekWith(phone, memo)
  const answer = await tablet.fetch(`/api/v1/logbooks/${logbookId}/export.zip`)
  const files = unzip(Buffer.from(await answer.arrayBuffer()))
  const name = `memos/${memo.sha256}.webm`
  expect(files.get(name)).toEqual(memo.bytes)
  const json = JSON.parse(String(files.get('livret.json'))) as ExportFile
  const { documents } = exportFileSchema.parse(json)
  const file = { ...json, documents: documents.filter(names(memo)) }

  const check = async (bytes?: Uint8Array) => {
    const found = new Map(bytes ? [[memo.sha256, bytes]] : [])
    return (await verifyExport(file, undefined, found)).map(({ code }) => code)
  }
  expect(await check(memo.bytes)).toEqual([])
  expect(await check(Buffer.from('another'))).toEqual(['wrong-sound'])
  expect(await check()).toEqual(['missing-sound'])
})

const names =
  ({ sha256 }: FileReference) =>
  (document: ExportFile['documents'][number]) =>
    JSON.stringify(document.versions).includes(sha256)

it('nobody signs a week before its memo can be heard', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const memo = aSound()
  const entry = await aWeekWith(phone, memo)
  const seen = (await pulled(tablet, entry)) as LogbookDocument
  expect(verdictsOf(await tablet.push([aSignature(seen)]))).toEqual(['held files-missing'])

  await putFile(phone, memo)
  expect(verdictsOf(await tablet.push([aSignature(seen)]))).toEqual(['applied'])
})

it('a memo is heard by who may read its week, once it was sent, and by nobody else', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const [laptop, stranger] = [
    await world.device('trainer'),
    await world.device('master', 'elsewhere'),
  ]
  const memo = aSound()
  await putFile(phone, memo)
  const entry = await aWeekWith(phone, memo, false)
  const heardBy = async (device: TestDevice) => (await getFile(device, memo, 'original')).status
  expect([await heardBy(phone), await heardBy(tablet), await heardBy(laptop)]).toEqual([
    200, 404, 404,
  ])

  await phone.push([anAct('submit', entry)])
  expect([await heardBy(tablet), await heardBy(laptop), await heardBy(stranger)]).toEqual([
    200, 200, 404,
  ])
})
