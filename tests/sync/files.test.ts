import { listRefused } from '#store/countWaiting.ts'
import 'fake-indexeddb/auto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { documentIdOf } from '#domain/documentId.ts'
import { filesOf } from '#domain/content.ts'
import { keyOf } from '#server/documents/fileStore.ts'
import { sha256Of } from '#server/sha256.ts'
import { act } from '#store/act.ts'
import { readOriginal } from '#store/pictures.ts'
import { everything } from '#store/tables.ts'
import type { TakenFile } from '#store/takenFile.ts'
import { aServer } from '#tests/server/testServer.ts'
import { putRow, rowsOf } from '#tests/store/aDatabase.ts'
import { anAct, aPatch, nextId, NOW, WEEK } from '#tests/support/builders.ts'
import { aRealPhoto, asPhoto, type TestPhoto } from '#tests/support/photos.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { aSound } from '#tests/support/sounds.ts'
import { aDevice, aLogbook, onServer, type Device, type Fault, type Running } from './devices.ts'

// Pictures are drawn for real, on both sides of a real exchange.
vi.setConfig({ testTimeout: 60_000 })

let server: Running
let small: TestPhoto
let large: TestPhoto
beforeAll(async () => {
  const { pool } = await createDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'livret-photos-'))
  afterAll(() => rm(dataFolder, { recursive: true, force: true }))
  server = await aServer(pool, { now: () => new Date(NOW), configuration: { dataFolder } })
  small = await aRealPhoto()
  large = await aRealPhoto({ width: 900, height: 700, noisy: true })
})

/** A photo that nobody brought before: the same picture with something behind it. */
function taken(photo: TestPhoto, { actor }: Device): TakenFile & { readonly buffer: Buffer } {
  const { bytes: buffer, ...file } = asPhoto(Buffer.concat([photo.bytes, Buffer.from(nextId())]))
  return {
    ...file,
    logbookId: actor.logbookId,
    buffer,
    bytes: new Uint8Array(buffer).buffer,
    thumbnail: new ArrayBuffer(9),
    addedAt: NOW,
  }
}

async function aStory() {
  const book = await aLogbook(server.deps)
  const id = documentIdOf(book.logbookId, 'entry', [WEEK])
  const phone = await aDevice(server, book.apprentice)
  const master = await aDevice(server, book.master)
  // They introduce themselves, so that what follows is the exchange alone.
  for (const device of [phone, master]) await device.sync()
  /** The apprentice takes a photo into the week. */
  const take = async (photo: TestPhoto) => {
    const { buffer, ...file } = taken(photo, phone)
    const { sha256, size, mime } = file
    const set = { week: WEEK, told: 'En photo', [`photos/${nextId()}`]: { sha256, size, mime } }
    await act(phone.db, aPatch({ id, kind: 'entry' }, set), phone.actor, { file })
    return { sha256, buffer }
  }
  return {
    ...{ ...book, id, phone, master, take },
    send: () => phone.act(anAct('submit', { id, kind: 'entry' })),
    entry: async () => (await onServer(server, book.logbookId)).get(id),
  }
}

/** The apprentice records a memo into the week, and sends it. */
async function withMemo(sound = aSound()) {
  const story = await aStory()
  const { id, phone, logbookId, send } = story
  const { bytes: buffer, ...reference } = sound
  const set = { week: WEEK, 'memos/m/sound': reference }
  const bytes = new Uint8Array(buffer).buffer
  const file = { ...reference, logbookId, bytes, addedAt: NOW }
  await act(phone.db, aPatch({ id, kind: 'entry' }, set), phone.actor, { file })
  await send()
  return { ...story, sha256: reference.sha256, buffer }
}

const stored = async (sha256: string): Promise<string | null> => {
  const bytes = await server.deps.files.read(keyOf(sha256, 'original'))
  return bytes && sha256Of(bytes)
}

const stateOf = async ({ db }: Device, sha256: string) =>
  (await rowsOf(db, 'files')).find((file) => file.sha256 === sha256)

/** Rounds until nothing waits; a network that fails ends one, the next goes on. */
async function syncAll(device: Device, rounds = 30) {
  for (let round = 0; round < rounds; round += 1) {
    const end = await device.sync()
    const waiting = (await rowsOf(device.db, 'files')).some(({ state }) => state === 'waiting')
    if (end === null && !waiting && (await device.waiting()) === 0) return
  }
  throw new Error('something still waits')
}

describe('a photo, small or large', () => {
  it('arrives as it was taken, whatever happens to which request', async () => {
    const faults = fc.array(
      fc.constantFrom<Fault>('none', 'lost-request', 'lost-answer', 'twice', 'cut-answer'),
      { maxLength: 14 },
    )
    await fc.assert(
      fc.asyncProperty(faults, fc.boolean(), async (planned, isLarge) => {
        const { phone, take, send } = await aStory()
        const photo = await take(isLarge ? large : small)
        await send()
        await phone.sync(...planned)
        // Cut anywhere, it is on the phone until the server says that it has it.
        if ((await stateOf(phone, photo.sha256))?.state === 'stored') {
          expect(await stored(photo.sha256)).toBe(photo.sha256)
        }
        const { bytes } = (await rowsOf(phone.db, 'bytes')).find(
          (row) => row.sha256 === photo.sha256 && row.form === 'original',
        ) as { bytes: ArrayBuffer }
        expect(sha256Of(new Uint8Array(bytes))).toBe(photo.sha256)

        await syncAll(phone)
        expect(await stored(photo.sha256)).toBe(photo.sha256)
        expect(await stateOf(phone, photo.sha256)).toMatchObject({ state: 'stored' })
      }),
      { numRuns: 15 },
    )
  })

  it('goes on where it was: what had arrived is not sent again', async () => {
    const { phone, take } = await aStory()
    const { sha256, buffer } = await take(large)
    // Push, pull, how much is there, two pieces; then the tunnel.
    const pass = ['none', 'none', 'none', 'none', 'none'] as const
    expect(await phone.sync(...pass, 'lost-request')).toMatchObject({ kind: 'offline' })
    const { rows } = await server.deps.pool.query<{ received: number }>(
      'select received from upload where sha256 = $1',
      [sha256],
    )
    expect(rows).toEqual([{ received: 2 * 131_072 }])
    await syncAll(phone)
    expect(await stored(sha256)).toBe(sha256Of(buffer))
  })

  it('lets words pass that are written while it travels', async () => {
    const { phone, id, take, entry } = await aStory()
    const { sha256 } = await take(large)
    const pass = ['none', 'none', 'none', 'none'] as const
    await phone.sync(...pass, 'lost-request')
    await phone.act(aPatch(await phone.find(id), { told: 'Écrit entre-temps' }))
    await phone.sync()
    expect((await entry())?.fields['told']?.value).toBe('Écrit entre-temps')
    await syncAll(phone)
    expect(await stored(sha256)).toBe(sha256)
  })

  it('that is damaged on the phone is not sent for ever, and the person can be told', async () => {
    for (const photo of [small, large]) {
      const { phone, take } = await aStory()
      const { sha256 } = await take(photo)
      const bytes = new Uint8Array(photo.bytes).buffer
      await putRow(phone.db, 'bytes', { sha256, form: 'original', bytes })
      await syncAll(phone)
      expect(await stateOf(phone, sha256)).toMatchObject({
        state: 'refused',
        refusal: 'wrong-hash',
      })
      expect(await stored(sha256)).toBeNull()
    }
  })

  it('whose bytes vanished from the phone does not keep the others, nor the words', async () => {
    const { phone, take, entry } = await aStory()
    const [gone, here] = [await take(small), await take(small)]
    await phone.db.write(['bytes'], ({ bytes }) => bytes.remove([gone.sha256, 'original']))
    await syncAll(phone)
    expect(await stateOf(phone, gone.sha256)).toMatchObject({
      state: 'refused',
      refusal: 'wrong-hash',
    })
    expect(await stateOf(phone, here.sha256)).toMatchObject({ state: 'stored' })
    expect(filesOf(valuesOf(await entry()))).toHaveLength(2)
  })

  it('that the server does not take is asked about once, and kept', async () => {
    const { phone, take } = await aStory()
    const noPhoto = asPhoto(Buffer.from('not a picture'))
    const { sha256 } = await take(noPhoto)
    await syncAll(phone)
    expect(await stateOf(phone, sha256)).toMatchObject({ state: 'refused', refusal: 'not-a-photo' })
    expect(await rowsOf(phone.db, 'bytes')).toHaveLength(2)
  })
})

const valuesOf = (document: Awaited<ReturnType<Awaited<ReturnType<typeof aStory>>['entry']>>) =>
  Object.fromEntries(Object.entries(document?.fields ?? {}).map(([key, { value }]) => [key, value]))

describe('a memo', () => {
  it('alone makes a week; three minutes of it arrive as they were said', async () => {
    const { phone, sha256, buffer, entry } = await withMemo(aSound(600_000))
    await syncAll(phone)
    expect(await stored(sha256)).toBe(sha256Of(buffer))
    expect(await stateOf(phone, sha256)).toMatchObject({ state: 'stored' })
    expect(await entry()).toMatchObject({ state: 'submitted', versions: [{ number: 1 }] })
  })

  it('comes to the master’s device whole, to be heard without a network, before he signs', async () => {
    const { phone, master, id, sha256, buffer, entry } = await withMemo()
    await phone.sync('none', 'none', 'lost-request')
    await master.sync()
    await master.sign(await master.find(id))
    expect(await master.sync()).toBeNull()
    expect(await entry()).toMatchObject({ state: 'submitted', signatures: [] })

    await syncAll(phone)
    await master.sync()
    const heard = await readOriginal(master.db, sha256)
    expect(heard && sha256Of(new Uint8Array(heard))).toBe(sha256Of(buffer))
    await master.sync()
    expect(await entry()).toMatchObject({ state: 'signed' })
  })

  it('that was changed on the server’s disk is not taken for the one that is signed', async () => {
    const { phone, master, sha256 } = await withMemo()
    await syncAll(phone)
    await server.deps.files.keep(keyOf(sha256, 'original'), aSound().bytes)
    expect(await master.sync()).toBeNull()
    expect(await rowsOf(master.db, 'pictures')).toEqual([])
    expect(await rowsOf(master.db, 'bytes')).toEqual([])
  })
})

describe('what waits for a signature', () => {
  it('brings its small pictures to the master’s device, as soon as they are there', async () => {
    const { phone, master, take, send } = await aStory()
    const { sha256 } = await take(small)
    await send()
    // The words arrive, the photo does not yet.
    await phone.sync('none', 'none', 'lost-request')
    expect(await master.sync()).toBeNull()
    expect(await rowsOf(master.db, 'pictures')).toEqual([])

    await syncAll(phone)
    expect(await master.sync()).toBeNull()
    expect(await rowsOf(master.db, 'pictures')).toMatchObject([{ sha256, form: 'thumbnail' }])
    expect(await rowsOf(phone.db, 'pictures')).toHaveLength(2)
  })

  it('signed too early, is signed by itself once the photos are there: once, with the same seal', async () => {
    const { phone, master, id, take, send, entry } = await aStory()
    await take(small)
    await take(large)
    await send()
    await phone.sync('none', 'none', 'lost-request', 'lost-request')
    await master.sync()
    await master.sign(await master.find(id))
    expect(await master.sync()).toBeNull()
    expect(await master.find(id)).toMatchObject({ state: 'submitted', signatures: [] })
    const [held] = await listRefused(master.db)
    expect(held).toMatchObject({ result: { verdict: 'held', code: 'files-missing' } })
    expect(await master.sync()).toBeNull()
    expect(await master.waiting()).toBe(0)

    await syncAll(phone)
    await master.sync()
    expect(await master.find(id)).toMatchObject({ state: 'signed', waiting: true })
    await master.sync()
    await master.sync()
    const signed = await entry()
    expect(signed).toMatchObject({ state: 'signed', signatures: [{ level: 'device-key' }] })
    expect(signed?.signatures[0]?.jws).toBe(
      held?.operation.type === 'sign' ? held.operation.jws : '',
    )
    expect(await listRefused(master.db)).toEqual([])
    const { rows } = await server.deps.pool.query<{ verdict: string }>(
      `select verdict from operation where logbook_id = $1 and body like '%"sign"%' order by seq`,
      [phone.actor.logbookId],
    )
    expect(rows.map(({ verdict }) => verdict)).toEqual(['held', 'applied'])
  })

  it('and was taken back meanwhile keeps the early signature for its person to look at', async () => {
    const { phone, master, id, take, send } = await aStory()
    await take(small)
    await send()
    await phone.sync('none', 'none', 'lost-request')
    await master.sync()
    await master.sign(await master.find(id))
    await master.sync()
    await phone.act(anAct('withdraw', { id, kind: 'entry' }))
    await syncAll(phone)
    await master.sync()
    await master.sync()
    expect(await master.find(id)).toMatchObject({ state: 'draft' })
    // It is on a version that is no longer the last: kept there, and it moves nothing.
    expect((await master.find(id)).signatures).toHaveLength(1)
  })

  it('is no reason for another device of its author to fill with photos', async () => {
    const { phone, take, send, logbookId } = await aStory()
    await take(small)
    await send()
    await syncAll(phone)
    const other = await aDevice(server, { ...phone.actor, role: 'apprentice', logbookId })
    await other.sync()
    expect(await other.db.read(['pictures'], ({ pictures }) => pictures.list(everything))).toEqual(
      [],
    )
  })
})
