import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '#server/app.ts'
import { logbooks, nextId } from '#tests/support/builders.ts'
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

/** A photo nobody brought before: the same bytes with something behind them. */
const another = (photo = large) =>
  asPhoto(Buffer.concat([photo.bytes, Buffer.from(nextId())]), photo.mime)

describe('how much may be brought', () => {
  const mega = 1_000_000

  async function withQuotas(person: number, logbook: number) {
    const quotas = { person, logbook }
    const configuration = { ...world.deps.configuration, fileQuotas: quotas }
    const app = createApp({ ...world.deps, configuration })
    const fetch = (device: TestDevice): Pick<TestDevice, 'fetch'> => ({
      fetch: async (path, init) => {
        const headers = new Headers(init?.headers)
        headers.set('Cookie', device.cookie)
        headers.set('Sec-Fetch-Site', 'same-origin')
        return app.request(path, { ...init, headers })
      },
    })
    await world.pool.query('delete from file_reference where logbook_id = $1', [logbooks.elsewhere])
    await world.pool.query('delete from upload where logbook_id = $1', [logbooks.elsewhere])
    const [phone, master] = [
      await world.device('apprentice', 'elsewhere'),
      await world.device('master', 'elsewhere'),
    ]
    const put = async (device: TestDevice, { sha256, bytes }: TestPhoto) => {
      const init = { method: 'PUT', body: new Uint8Array(bytes) }
      const answer = await fetch(device).fetch(pathOf(sha256, logbooks.elsewhere), init)
      return answer.ok ? answer.status : ((await answer.json()) as { code: string }).code
    }
    return { phone, master, put, fetch }
  }

  it('of one person has an end, which does not stop the others, nor what is there already', async () => {
    const small = await aRealPhoto({ width: 300, height: 200, noisy: true })
    const { phone, master, put } = await withQuotas(small.size * 2 + 100, 100 * mega)
    const photos = [another(small), another(small), another(small)]
    const [first, second, third] = photos as [TestPhoto, TestPhoto, TestPhoto]
    expect(await put(phone, first)).toBe(201)
    expect(await put(phone, second)).toBe(201)
    expect(await put(phone, third)).toBe('quota-reached')
    expect(await put(phone, first)).toBe(200)
    expect(await put(master, third)).toBe(201)
  })

  it('of all together has one too, and ten at once do not pass it', async () => {
    const small = await aRealPhoto({ width: 300, height: 200, noisy: true })
    const { phone, put } = await withQuotas(100 * mega, small.size * 3 + 200)
    const answers = await Promise.all(Array.from({ length: 10 }, () => put(phone, another(small))))
    expect(answers.filter((answer) => answer === 201)).toHaveLength(3)
    expect(answers.filter((answer) => answer === 'quota-reached')).toHaveLength(7)
  })

  it('counts what is on its way: many photos that are never finished fill no disk', async () => {
    const { phone, fetch } = await withQuotas(2 * mega, 100 * mega)
    const begin = async () =>
      putPiece(fetch(phone), another(), 0, Buffer.from('x'), { id: logbooks.elsewhere })
    const answers = [await begin(), await begin(), await begin(), await begin()]
    expect(answers.map(({ status }) => status)).toContain(413)
    expect(answers[0]?.status).toBe(200)
  })
})
