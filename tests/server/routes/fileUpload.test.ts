import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { PersonId } from '#domain/identifiers.ts'
import { createApp } from '#server/app.ts'
import { keyOf } from '#server/documents/fileStore.ts'
import { sha256Of } from '#server/sha256.ts'
import { sweep } from '#server/sweep.ts'
import { logbookId, logbooks, nextId, NOW, personId } from '#tests/support/builders.ts'
import { aRealPhoto, asPhoto, type TestPhoto } from '#tests/support/photos.ts'
import { pathOf, putPiece } from './photoRequests.ts'
import { createWorld, type TestDevice, type World } from './world.ts'

// Pictures are drawn for real, and wait for the disk for real.
vi.setConfig({ testTimeout: 30_000 })

let world: World
let large: TestPhoto
beforeAll(async () => {
  world = await createWorld()
  large = await aRealPhoto({ width: 900, height: 700, noisy: true })
})

async function received(device: TestDevice, { sha256 }: TestPhoto, id?: string): Promise<unknown> {
  return (await device.fetch(`${pathOf(sha256, id)}/pieces`)).json()
}

/** The hash of what is stored of a photo, or `null`. */
async function original({ sha256 }: TestPhoto): Promise<string | null> {
  const bytes = await world.deps.files.read(keyOf(sha256, 'original'))
  return bytes && sha256Of(bytes)
}

/** A photo nobody brought before: the same bytes with something behind them. */
const another = (photo = large) =>
  asPhoto(Buffer.concat([photo.bytes, Buffer.from(nextId())]), photo.mime)

const daysLater = (days: number) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString()

const waitingPieces = async ({ sha256 }: TestPhoto) => {
  const { rows } = await world.pool.query<{ count: number }>(
    'select count(*) as count from upload_piece where sha256 = $1',
    [sha256],
  )
  return rows[0]?.count
}

describe('a photo in pieces', () => {
  it('is stored when its last piece has come, byte for byte, and the pieces are gone', async () => {
    const phone = await world.device('apprentice')
    const photo = another()
    expect(photo.size).toBeGreaterThan(524_288)
    expect(await received(phone, photo)).toEqual({ received: 0, stored: false })

    const first = await putPiece(phone, photo, 0, photo.bytes.subarray(0, 300_000))
    expect(first).toEqual({ status: 200, body: { stored: false, received: 300_000 } })
    expect(await received(phone, photo)).toEqual({ received: 300_000, stored: false })
    expect(await original(photo)).toBeNull()

    const { sha256, size, mime } = photo
    const last = await putPiece(phone, photo, 300_000, photo.bytes.subarray(300_000))
    expect(last).toEqual({ status: 201, body: { stored: true, sha256, size, mime } })
    expect(await original(photo)).toBe(photo.sha256)
    expect(await waitingPieces(photo)).toBe(0)
    expect(await received(phone, photo)).toEqual({ stored: true })
  })

  it('goes on where it was cut, wherever that was, at another process, and after a restart', async () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: large.size - 1 }), {
      minLength: 2,
      maxLength: 4,
    })
    const phone = await world.device('apprentice')
    const second = createApp({ ...world.deps })
    const elsewhere: Pick<TestDevice, 'fetch'> = {
      fetch: async (path, init) => {
        const headers = new Headers(init?.headers)
        headers.set('Cookie', phone.cookie)
        headers.set('Sec-Fetch-Site', 'same-origin')
        return second.request(path, { ...init, headers })
      },
    }
    await fc.assert(
      fc.asyncProperty(cuts, async (found) => {
        const photo = another()
        const places = [0, ...found.sort((a, b) => a - b), photo.size]
        for (const [index, start] of places.entries()) {
          const piece = photo.bytes.subarray(start, places[index + 1])
          for (let at = 0; at < piece.length; at += 500_000) {
            const part = piece.subarray(at, at + 500_000)
            await putPiece(index % 2 === 0 ? phone : elsewhere, photo, start + at, part)
          }
        }
        expect(await original(photo)).toBe(photo.sha256)
      }),
      { numRuns: 20 },
    )
  })

  it('of which a piece stops on its way keeps the pieces before, and nothing of that one', async () => {
    const phone = await world.device('apprentice')
    const photo = another()
    await putPiece(phone, photo, 0, photo.bytes.subarray(0, 1_000))
    const cut = new ReadableStream<Uint8Array>({
      start: (stream) => {
        stream.enqueue(new Uint8Array(photo.bytes.subarray(1_000, 2_000)))
        setTimeout(() => {
          stream.error(new Error('the train enters a tunnel'))
        }, 10)
      },
    })
    expect(await putPiece(phone, photo, 1_000, cut)).toMatchObject({
      status: 400,
      body: { code: 'cut-off' },
    })
    expect(await received(phone, photo)).toEqual({ received: 1_000, stored: false })
  })

  it('delivered twice, or out of order, is told where to go on, and takes nothing twice', async () => {
    const phone = await world.device('apprentice')
    const photo = another()
    const piece = photo.bytes.subarray(0, 400_000)
    await putPiece(phone, photo, 0, piece)
    const again = await putPiece(phone, photo, 0, piece)
    expect(again).toEqual({ status: 200, body: { stored: false, received: 400_000 } })
    const refused = { status: 409, body: { code: 'wrong-start', expected: 400_000 } }
    expect(await putPiece(phone, photo, 0, piece.subarray(0, 9))).toMatchObject(refused)
    expect(await putPiece(phone, photo, 500_000, piece)).toMatchObject(refused)

    const rest = photo.bytes.subarray(400_000)
    const both = await Promise.all([
      putPiece(phone, photo, 400_000, rest),
      putPiece(phone, photo, 400_000, rest),
    ])
    expect(both.map(({ status }) => status)).toContain(201)
    expect(both.every(({ status }) => status === 200 || status === 201)).toBe(true)
    expect((await putPiece(phone, photo, 400_000, rest)).status).toBe(200)
    expect(await original(photo)).toBe(photo.sha256)
  })

  it('whose bytes changed on the way begins anew, and then arrives', async () => {
    const phone = await world.device('apprentice')
    const photo = another()
    const damaged = Buffer.from(photo.bytes.subarray(0, 400_000))
    damaged[200_000] = (damaged[200_000] ?? 0) ^ 1
    await putPiece(phone, photo, 0, damaged)
    expect(await putPiece(phone, photo, 400_000, photo.bytes.subarray(400_000))).toMatchObject({
      status: 422,
      body: { code: 'wrong-hash' },
    })
    expect(await original(photo)).toBeNull()
    expect(await received(phone, photo)).toEqual({ received: 0, stored: false })

    await putPiece(phone, photo, 0, photo.bytes.subarray(0, 400_000))
    const last = await putPiece(phone, photo, 400_000, photo.bytes.subarray(400_000))
    expect(last.status).toBe(201)
  })

  it('is finished by an empty piece where the server died after the last one', async () => {
    const phone = await world.device('apprentice')
    const photo = another()
    // All pieces are there, and nobody put them together.
    const place = [logbookId, personId('apprentice'), photo.sha256] as const
    await world.pool.query('insert into upload values ($1, $2, $3, $4, $4, $5)', [
      ...place,
      photo.size,
      NOW,
    ])
    await world.pool.query('insert into upload_piece values ($1, $2, $3, 0, $4)', [
      ...place,
      photo.bytes,
    ])
    expect(await received(phone, photo)).toEqual({ received: photo.size, stored: false })
    expect((await putPiece(phone, photo, photo.size, Buffer.alloc(0))).status).toBe(201)
    expect(await original(photo)).toBe(photo.sha256)
  })

  it('of somebody else is not touched, not seen, and not helped', async () => {
    const phone = await world.device('apprentice')
    const [master, stranger] = [
      await world.device('master'),
      await world.device('apprentice', 'elsewhere'),
    ]
    const photo = another()
    await putPiece(phone, photo, 0, photo.bytes.subarray(0, 1_000))
    expect(await received(master, photo)).toEqual({ received: 0, stored: false })
    expect(await received(stranger, photo, logbooks.elsewhere)).toEqual({
      received: 0,
      stored: false,
    })
    expect(await putPiece(stranger, photo, 1_000, photo.bytes)).toMatchObject({ status: 404 })
    expect((await stranger.fetch(`${pathOf(photo.sha256)}/pieces`)).status).toBe(404)
    await putPiece(master, photo, 0, Buffer.from('autre chose'))
    expect(await received(phone, photo)).toEqual({ received: 1_000, stored: false })
  })

  it('that says another size in the middle changes nothing', async () => {
    const phone = await world.device('apprentice')
    const photo = another()
    await putPiece(phone, photo, 0, photo.bytes.subarray(0, 1_000))
    const other = await putPiece(phone, photo, 1_000, photo.bytes.subarray(1_000, 2_000), {
      size: photo.size + 5,
    })
    expect(other).toMatchObject({ status: 409, body: { expected: 1_000 } })
  })

  it.each<readonly [string, number | string, number | string, number, string]>([
    ['a place that is no number', 'debut', 1_000, 422, 'not-our-protocol'],
    ['a place before the beginning', '-1', 1_000, 422, 'not-our-protocol'],
    ['a place behind the end', 2_000, 1_000, 422, 'not-our-protocol'],
    ['a size that is no number', 0, 'grande', 422, 'not-our-protocol'],
    ['a size nobody could mean', 0, '9'.repeat(30), 422, 'not-our-protocol'],
    ['more than ten megabytes', 0, 10_000_001, 413, 'too-large'],
    ['a piece longer than the whole', 0, 3, 409, 'wrong-start'],
    ['no size', 0, '', 422, 'not-our-protocol'],
  ])('%s is refused and leaves nothing', async (_, start, size, status, code) => {
    const phone = await world.device('apprentice')
    const photo = another()
    const answer = await putPiece(phone, photo, start, photo.bytes.subarray(0, 1_000), { size })
    expect(answer).toMatchObject({ status, body: { code } })
    expect(await waitingPieces(photo)).toBe(0)
  })

  it('a piece of more than half a megabyte is refused', async () => {
    const phone = await world.device('apprentice')
    const photo = another()
    const answer = await putPiece(phone, photo, 0, photo.bytes.subarray(0, 524_289))
    expect(answer).toMatchObject({ status: 413, body: { code: 'too-large' } })
  })

  it('of which nothing has come for a week is forgotten; one of yesterday is not', async () => {
    const phone = await world.device('apprentice')
    const [old, recent] = [another(), another()]
    await putPiece(phone, old, 0, old.bytes.subarray(0, 1_000))
    world.setNow(daysLater(7))
    await putPiece(phone, recent, 0, recent.bytes.subarray(0, 1_000))
    world.setNow(daysLater(8))
    await sweep(world.deps)
    world.setNow(NOW)
    expect([await waitingPieces(old), await waitingPieces(recent)]).toEqual([0, 1])
  })
})

it('a photo that arrives is told to those who follow the logbook', async () => {
  const phone = await world.device('apprentice')
  const poked: string[] = []
  const client = await world.pool.connect()
  client.on('notification', ({ payload }) => poked.push(payload ?? ''))
  await client.query('listen livret_poke')
  const photo = await aRealPhoto()
  await phone.fetch(pathOf(photo.sha256), { method: 'PUT', body: new Uint8Array(photo.bytes) })
  for (let tries = 0; tries < 50 && poked.length === 0; tries += 1) await wait(20)
  await client.query('unlisten livret_poke')
  client.release()
  expect(poked).toEqual([logbookId])
})

it('nobody who left brings a photo', async () => {
  const phone = await world.device('apprentice')
  const photo = another()
  const person: PersonId = personId('apprentice')
  await world.pool.query('update member set valid_until = $2 where person_id = $1', [
    person,
    '2025-10-01',
  ])
  expect((await putPiece(phone, photo, 0, photo.bytes.subarray(0, 1_000))).status).toBe(404)
  await world.pool.query('update member set valid_until = null where person_id = $1', [person])
})
