import { randomBytes } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { hasRoomForLines, streamLines } from '#server/routes/streamLines.ts'
import { createWorld, type TestDevice, type World } from './world.ts'

let world: World
let device: TestDevice
beforeAll(async () => {
  world = await createWorld()
  device = await world.device('apprentice')
})

const broken: unknown[] = []
const onBroken = (error: unknown) => broken.push(error)
afterEach(() => {
  broken.length = 0
  // Whatever a test left behind would be missing to everybody.
  expect(hasRoomForLines()).toBe(true)
})

/** Nothing that shrinks to nothing: how much waits must not depend on the zip. */
const LETTERS = randomBytes(500_000).toString('hex').slice(1)

/** An answer of `count` lines of a million bytes each, written at once. */
const answer = (count: number, gzip = false) =>
  streamLines({
    contentType: 'text/plain',
    gzip,
    onBroken,
    write: (line) => {
      for (let each = 0; each < count; each += 1) line(LETTERS)
      return Promise.resolve()
    },
  })

const askPull = async () => {
  const body = { protocol: 1, app: 'test', deviceId: device.id, check: false, books: {} }
  return (await device.post('/sync/v1/pull', body)).status
}

describe.each([
  ['as they are', false],
  ['zipped', true],
])('lines %s', (_, gzip) => {
  it('arrive whole, one after the other', async () => {
    const response = await answer(3, gzip)
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = (gzip ? gunzipSync(bytes) : bytes).toString()
    expect(text.split('\n').map((line) => line.length)).toEqual([999_999, 999_999, 999_999, 0])
  })

  it('that nobody reads take no more memory than we have, and give it back when they are read', async () => {
    const responses = await Promise.all([answer(35, gzip), answer(35, gzip)])
    expect(hasRoomForLines()).toBe(false)
    expect(await askPull()).toBe(429)

    const reader = responses[0].body?.getReader()
    while (reader && !(await reader.read()).done);
    await vi.waitFor(() => {
      expect(hasRoomForLines()).toBe(true)
    }, 5_000)
    expect(await askPull()).toBe(200)
    await responses[1].body?.cancel()
  })

  it('whose reader leaves before, amid or after reading give it back too', async () => {
    for (const chunks of [0, 2]) {
      const response = await answer(70, gzip)
      const reader = response.body?.getReader()
      for (let read = 0; read < chunks; read += 1) await reader?.read()
      expect(hasRoomForLines()).toBe(false)
      await reader?.cancel()
      await vi.waitFor(() => {
        expect(hasRoomForLines()).toBe(true)
      }, 5_000)
    }
  })

  it('that are written after their reader left are not kept', async () => {
    let write = (): void => undefined
    const response = await streamLines({
      contentType: 'text/plain',
      gzip,
      onBroken,
      write: async (line) => {
        line('first')
        line('second')
        await new Promise<void>((resolve) => (write = resolve))
        for (let each = 0; each < 65; each += 1) line(LETTERS)
      },
    })
    await response.body?.cancel()
    write()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(hasRoomForLines()).toBe(true)
  })
})

describe('what breaks', () => {
  it('before anything was said is an error like any other, and leaves nothing behind', async () => {
    const failing = streamLines({
      contentType: 'text/plain',
      gzip: false,
      onBroken,
      write: (line) => {
        line('a'.repeat(65_000_000))
        return Promise.reject(new Error('the database is gone'))
      },
    })
    await expect(failing).rejects.toThrow('the database is gone')
    expect(broken).toEqual([])
  })

  it('later ends the answer there, without a word of what broke', async () => {
    const response = await streamLines({
      contentType: 'text/plain',
      gzip: false,
      onBroken,
      write: async (line) => {
        line('first')
        line('second')
        await new Promise((resolve) => setTimeout(resolve, 20))
        throw new Error('a word that somebody wrote')
      },
    })
    expect(await response.text()).toBe('first\nsecond\n')
    expect(broken).toHaveLength(1)
  })
})
