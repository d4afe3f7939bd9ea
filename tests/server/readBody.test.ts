import { beforeAll, describe, expect, it } from 'vitest'
import { readBody } from '#server/readBody.ts'
import { createWorld, type TestDevice, type World } from './routes/world.ts'

let world: World
let device: TestDevice
beforeAll(async () => {
  world = await createWorld()
  device = await world.device('apprentice')
})

const MEGABYTE = new TextEncoder().encode('['.repeat(1_000_000))

/** A body that comes a megabyte at a time, as many as asked for, and then rests until it is ended. */
function aBody(megabytes: number) {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const body = new ReadableStream<Uint8Array>({
    start: (its) => {
      controller = its
      for (let each = 0; each < megabytes; each += 1) its.enqueue(MEGABYTE)
    },
  })
  const request = new Request('http://livret.example/', {
    method: 'POST',
    body,
    // Asked for by Node, and not known to the types of browsers.
    ...{ duplex: 'half' },
  })
  return {
    request,
    end: () => controller?.close(),
    cut: () => controller?.error(new Error('the sender went away')),
  }
}

const askPull = async () => {
  const body = { protocol: 1, app: 'test', deviceId: device.id, check: false, books: {} }
  return (await device.post('/sync/v1/pull', body)).status
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('a body', () => {
  it('is there whole once it has ended', async () => {
    const { request, end } = aBody(2)
    end()
    expect(await readBody(request, 2_000_000)).toHaveLength(2_000_000)
  })

  it('that is too long is read to its end and not kept, whatever its head said', async () => {
    const { request, end } = aBody(9)
    end()
    expect(await readBody(request, 1_000_000)).toBe('too-large')
  })

  it('that is short is there whole, or too long, whatever its head said', async () => {
    const ask = (text: string, said: number) =>
      new Request('http://livret.example/', {
        method: 'POST',
        body: text,
        headers: { 'Content-Length': String(said) },
      })
    expect(String(await readBody(ask('{"é":1}', 8), 100))).toBe('{"é":1}')
    expect(await readBody(ask('x'.repeat(101), 100), 100)).toBe('too-large')
    expect(await readBody(ask('x'.repeat(101), 101), 100)).toBe('too-large')
    expect(await askPull()).toBe(200)
  })

  it('that does not stop is left after a while', async () => {
    expect(await readBody(aBody(40).request, 1_000_000)).toBe('too-large')
  })
})

describe('bodies that never end', () => {
  it('share so much memory: the next sender hears that we are busy, until some of them go', async () => {
    const bodies = Array.from({ length: 64 }, () => aBody(1))
    const reading = bodies.map(({ request }) => readBody(request, 1_000_000).catch(() => 'cut'))
    await soon()
    expect(await askPull()).toBe(429)

    bodies.slice(0, 32).forEach(({ cut }) => {
      cut()
    })
    await Promise.all(reading.slice(0, 32))
    expect(await askPull()).toBe(200)
    bodies.slice(32).forEach(({ end }) => end())
    const read = await Promise.all(reading)
    expect(read.filter((each) => each === 'cut')).toHaveLength(32)
    expect(read.filter((each) => each.length === 1_000_000)).toHaveLength(32)
  })

  it('hold nothing once they were too long', async () => {
    const bodies = Array.from({ length: 10 }, () => aBody(9))
    const reading = bodies.map(({ request }) => readBody(request, 8_000_000))
    await soon()
    expect(await askPull()).toBe(200)
    bodies.forEach(({ end }) => end())
    expect(new Set(await Promise.all(reading))).toEqual(new Set(['too-large']))
  })
})
