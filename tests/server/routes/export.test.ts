import Ajv2020 from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { exportFileSchema, type ExportFile } from '#protocol/exportFile.ts'
import { verifyExport } from '#protocol/verifyExport.ts'
import {
  aBook,
  aPatch,
  aSignature,
  lastHash,
  logbookId,
  logbooks,
  nextId,
  NOW,
  personId,
  writeInterview,
  writeVisit,
  writeWeek,
  apprentice,
  type PersonName,
} from '#tests/support/builders.ts'
import { aServer } from '#tests/server/testServer.ts'
import { aRealPhoto } from '#tests/support/photos.ts'
import { unzip } from '#tests/support/unzip.ts'
import { pathOf, putPhoto, writeWeekWith } from './photoRequests.ts'
import { createWorld, sealed, type TestDevice, type World } from './world.ts'

const SECRET = 'Un brouillon que personne ne lit'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const [phone, tablet, laptop] = [
    await world.device('apprentice'),
    await world.device('master'),
    await world.device('trainer'),
  ]
  const book = aBook()
  const week = writeWeek(book, 'submitted')
  const returned = writeWeek(book, 'returned', { week: '2025-W44' })
  book.must(aPatch(returned, { told: SECRET }), apprentice)
  writeInterview(book, 'signed')
  writeVisit(book, 'acknowledged')
  const devices = { apprentice: phone, master: tablet, trainer: laptop }
  for (const { operation, actor } of book.done) {
    const device = devices[actor.role as keyof typeof devices]
    await device.push([operation])
  }
  const statement = {
    logbook: logbookId,
    document: week.id,
    version: 1,
    hash: lastHash(week),
    signer: personId('master'),
    role: 'master' as const,
  }
  await tablet.push([sealed(aSignature(week), tablet.seal(statement)), { id: nextId(), v: 9 }])
})

const fetchExport = (device: TestDevice, id: string = logbookId) =>
  device.fetch(`/api/v1/logbooks/${id}/export`)

const exportFor = async (who: PersonName) =>
  (await (await fetchExport(await world.device(who))).json()) as ExportFile

it('the whole livret leaves as one file with a name that every system takes', async () => {
  const response = await fetchExport(await world.device('apprentice'))
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Disposition')).toBe(
    'attachment; filename="livret-elodie-apprentice-2025-11-07.json"',
  )
  const file = (await response.json()) as ExportFile
  expect(exportFileSchema.safeParse(file).error).toBeUndefined()
  expect(file).toMatchObject({
    exportedAt: NOW,
    exportedBy: { personId: personId('apprentice'), source: 'server' },
    logbook: { id: logbookId, programme: 'bts-ndrc' },
  })
  expect(file.documents.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
    'entry draft',
    'entry signed',
    'interview signed',
    'section submitted',
    'section submitted',
    'section submitted',
    'visit acknowledged',
  ])
})

it('other tools can read it by the published schema, which anybody may fetch', async () => {
  const response = await world.app.request('/schemas/livret-export-1.json')
  expect(response.headers.get('Content-Type')).toBe('application/schema+json; charset=utf-8')
  const schema = (await response.json()) as { $schema: string }
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')

  const ajv = new Ajv2020({ allErrors: true, formats: { 'date-time': true, date: true } })
  const validate = ajv.compile(schema)
  const file = await exportFor('apprentice')
  expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({ ...file, version: 2 })).toBe(false)
  expect(validate({ ...file, documents: [{}] })).toBe(false)
})

describe('anybody can check it without us', () => {
  it.each<PersonName>(['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'])(
    'the file of the %s is sound',
    async (who) => {
      const file = await exportFor(who)
      expect(file.documents.length).toBeGreaterThan(3)
      expect(await verifyExport(file, { ...world.deps.serverKey.publicKey })).toEqual([])
    },
  )

  it('a changed word, verdict or receipt of a real file is found', async () => {
    const tamper = async (change: (text: string) => string) => {
      const text = JSON.stringify(await exportFor('apprentice'))
      expect(change(text)).not.toBe(text)
      return (await verifyExport(JSON.parse(change(text)))).map(({ code }) => code)
    }
    expect(await tamper((text) => text.replace('40 appels', '90 appels'))).not.toEqual([])
    expect(await tamper((text) => text.replace('"held"', '"applied"'))).toEqual(['broken-chain'])
    expect(await tamper((text) => text.replace(/"receipt":"[^"]+"/u, '"receipt":null'))).toEqual([
      'no-receipt',
    ])
    expect(
      await tamper((text) => text.replace(/("level":"device-key".*?"at":")2025/u, '$12024')),
    ).toEqual(['wrong-receipt'])
  })
})

it('holds what its reader may see, and not one word more', async () => {
  const own = JSON.stringify(await exportFor('apprentice'))
  expect(own).toContain(SECRET)
  for (const who of ['master', 'trainer', 'coordinator', 'guardian', 'auditor'] as const) {
    expect(JSON.stringify(await exportFor(who))).not.toContain(SECRET)
  }
})

it('“not yours” and “does not exist” are one answer', async () => {
  const stranger = await world.device('coordinator', 'elsewhere')
  const answers = await Promise.all(
    [logbookId, nextId(), 'nonsense'].map(async (id) => {
      const response = await fetchExport(stranger, id)
      return [response.status, await response.text()]
    }),
  )
  expect(answers[0]?.[0]).toBe(404)
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
  expect((await fetchExport(stranger, logbooks.elsewhere)).status).toBe(200)
  expect((await world.app.request(`/api/v1/logbooks/${logbookId}/export`)).status).toBe(401)
})

describe('with the photos', () => {
  const namesFor = async (device: TestDevice) => {
    const answer = await device.fetch(`/api/v1/logbooks/${logbookId}/export.zip`)
    return [...unzip(Buffer.from(await answer.arrayBuffer())).keys()]
  }

  it('the livret leaves as one file in which every photo is the one that was signed', async () => {
    const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
    const [photo, late] = [await aRealPhoto(), await aRealPhoto()]
    await putPhoto(phone, photo)
    await writeWeekWith(phone, photo, '2026-W01', true)
    await writeWeekWith(phone, late, '2026-W02', true)
    const answer = await tablet.fetch(`/api/v1/logbooks/${logbookId}/export.zip`)
    expect(answer.headers.get('Content-Type')).toBe('application/zip')
    expect(answer.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="livret-.+\.zip"$/u,
    )
    const files = unzip(Buffer.from(await answer.arrayBuffer()))
    // What has not arrived is not in it, and the check says so.
    expect([...files.keys()]).toEqual(['livret.json', `photos/${photo.sha256}.jpg`])
    const file = JSON.parse(String(files.get('livret.json'))) as ExportFile
    expect(exportFileSchema.safeParse(file).error).toBeUndefined()

    const check = async (bytes: Uint8Array) => {
      const photos = new Map([[photo.sha256, bytes]])
      const found = await verifyExport(file, world.deps.serverKey.publicKey, photos)
      return found.map(({ code }) => code)
    }
    expect(await check(files.get(`photos/${photo.sha256}.jpg`) ?? Buffer.alloc(0))).toEqual([
      'missing-photo',
    ])
    expect(await check(Buffer.from('another'))).toEqual(['wrong-photo', 'missing-photo'])
    expect(await verifyExport(file, world.deps.serverKey.publicKey)).toEqual([])
  })

  it('a store that fails half-way cuts the file off, so that nobody takes it for whole', async () => {
    const phone = await world.device('apprentice')
    const photo = await aRealPhoto()
    await putPhoto(phone, photo)
    await writeWeekWith(phone, photo, '2026-W05', false)
    const gone = new Error('the disk is gone')
    const { app, logs } = await aServer(world.pool, {
      now: world.deps.now,
      files: { ...world.deps.files, read: () => Promise.reject(gone) },
    })
    const answer = await app.request(`/api/v1/logbooks/${logbookId}/export.zip`, {
      headers: { Cookie: phone.cookie },
    })
    await expect(answer.arrayBuffer()).rejects.toThrow()
    expect(logs).toContainEqual({ event: { event: 'export-broken' }, error: gone })
  })

  it('a photo of another livret does not leave by naming its hash in one’s own', async () => {
    const phone = await world.device('apprentice')
    const photo = await aRealPhoto()
    const elsewhere = await world.device('apprentice', 'elsewhere')
    await putPhoto(elsewhere, photo, pathOf(photo.sha256, logbooks.elsewhere))
    await writeWeekWith(phone, photo, '2026-W04', false)
    expect(await namesFor(phone)).not.toContain(`photos/${photo.sha256}.jpg`)
  })

  it('no photo of a draft leaves with somebody else’s file, and nothing at all with a stranger’s', async () => {
    const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
    const photo = await aRealPhoto()
    await putPhoto(phone, photo)
    await writeWeekWith(phone, photo, '2026-W03', false)
    const name = `photos/${photo.sha256}.jpg`
    expect(await namesFor(phone)).toContain(name)
    expect(await namesFor(tablet)).not.toContain(name)
    const stranger = await world.device('master', 'elsewhere')
    expect((await stranger.fetch(`/api/v1/logbooks/${logbookId}/export.zip`)).status).toBe(404)
  })
})
