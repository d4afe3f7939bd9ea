import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { close, listen, urlOf } from '#server/httpServer.ts'
import { streamLines } from '#server/routes/streamLines.ts'
import { aPatch, unwritten } from '#tests/support/builders.ts'
import { createWorld, type TestDevice, type World } from './routes/world.ts'

const HOST = '127.0.0.1'
const limits = { head: 400, request: 1_500, silence: 1_000, connections: 200, look: 50 }

let world: World
let server: Server
let device: TestDevice
const sockets: Socket[] = []

beforeAll(async () => {
  world = await createWorld()
  device = await world.device('apprentice')
  server = await listen(world.app.fetch, { port: 0, host: HOST }, limits)
  afterAll(() => close(server))
  afterAll(() => {
    for (const socket of sockets) socket.destroy()
  })
})

/** A connection that sends what it is told and keeps what it is told. */
async function dial(text = '') {
  const { port } = server.address() as AddressInfo
  const socket = connect(port, HOST)
  sockets.push(socket)
  let heard = ''
  socket.on('error', () => undefined)
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')))
  await once(socket, 'connect')
  socket.write(text)
  return {
    socket,
    heard: () => heard,
    closed: new Promise((resolve) => socket.once('close', resolve)),
  }
}

const head = (path: string, length: number) =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: livret.example',
    `Cookie: ${device.cookie}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/json',
    `Content-Length: ${length}`,
    '\r\n',
  ].join('\r\n')

const ask = async (path: string, body: unknown) => {
  const text = JSON.stringify(body)
  const answer = await fetch(`${urlOf(server, HOST)}${path}`, {
    method: 'POST',
    headers: {
      Cookie: device.cookie,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/json',
    },
    body: text,
  })
  return { status: answer.status, text: await answer.text() }
}
const askPull = () =>
  ask('/sync/v1/pull', { protocol: 1, app: 'test', deviceId: device.id, check: false, books: {} })

const connectionsInUse = async () => {
  const { rows } = await world.pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()
       and application_name = 'livret'`,
  )
  return rows[0]?.count
}

const connectionsOpen = (of: Server) =>
  new Promise<number>((resolve) => {
    of.getConnections((_, count) => {
      resolve(count)
    })
  })

describe('who is slow', () => {
  it('with the head of a request is hung up on, and the next one is served', async () => {
    const slow = await dial('GET /api/v1/session HTTP/1.1\r\nHost: livr')
    await slow.closed
    expect(slow.heard()).toMatch(/^HTTP\/1.1 408 /u)
    expect((await askPull()).status).toBe(200)
  })

  it('with a body, a letter now and then, is hung up on all the same', async () => {
    const slow = await dial(head('/sync/v1/push', 1_000))
    const drip = setInterval(() => slow.socket.write('['), 100)
    await slow.closed
    clearInterval(drip)
    expect(await connectionsInUse()).toBe(0)
  })

  it('and then says nothing any more holds no connection to the database meanwhile', async () => {
    const mute = await dial(head('/sync/v1/push', 1_000) + '{"protocol":')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await connectionsInUse()).toBe(0)
    await mute.closed
  })

  it('with reading an answer is hung up on, and nothing more is made for him', async () => {
    let made = 0
    let left = false
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        made += 1
        controller.enqueue(new Uint8Array(1_000_000))
      },
      cancel: () => {
        left = true
      },
    })
    const other = await listen(() => new Response(endless), { port: 0, host: HOST }, limits)
    const socket = connect((other.address() as AddressInfo).port, HOST)
    sockets.push(socket)
    socket.on('error', () => undefined)
    socket.pause()
    socket.write('GET / HTTP/1.1\r\nHost: livret.example\r\n\r\n')
    await vi.waitFor(() => {
      expect(left).toBe(true)
    }, 10_000)
    // What the two ends of the connection hold, not more.
    expect(made).toBeLessThan(50)
    await close(other)
  })

  it('and hangs up amid a long answer does not take the server along', async () => {
    const line = 'a'.repeat(1_000_000)
    const answer = () =>
      streamLines({
        contentType: 'text/plain',
        gzip: false,
        onBroken: () => undefined,
        write: async (write) => {
          for (let each = 0; each < 20; each += 1) {
            write(line)
            await new Promise((resolve) => setTimeout(resolve, 10))
          }
        },
      })
    const other = await listen(answer, { port: 0, host: HOST }, limits)
    const stalled = Array.from({ length: 4 }, () => {
      const socket = connect((other.address() as AddressInfo).port, HOST)
      socket.on('error', () => undefined)
      socket.pause()
      socket.write('GET / HTTP/1.1\r\nHost: livret.example\r\n\r\n')
      return socket
    })
    for (const [index, socket] of stalled.entries()) {
      await new Promise((resolve) => setTimeout(resolve, 20 * index))
      socket.destroy()
    }
    await vi.waitFor(async () => {
      expect(await connectionsOpen(other)).toBe(0)
    }, 5_000)
    // An error that nobody catches would have ended the process, and this test with it.
    await close(other)
  })

  it('with reading a long answer holds no connection to the database', async () => {
    const desk = await world.device('trainer')
    for (let each = 0; each < 4; each += 1)
      await desk.push([aPatch(unwritten('note'), { text: 'a'.repeat(90_000) })])
    const body = { protocol: 1, app: 'x', deviceId: desk.id, check: false, books: {} }
    const unread = await desk.post('/sync/v1/pull', body)
    await vi.waitFor(async () => {
      expect(await connectionsInUse()).toBe(0)
    }, 5_000)
    expect(await unread.text()).toContain('"type":"end"')
  })
})

describe('many at once', () => {
  it('more connections than there may be are hung up on, and the others go on', async () => {
    const kept = await Promise.all(Array.from({ length: limits.connections }, () => dial()))
    const more = await dial()
    await more.closed
    for (const { socket } of kept) socket.destroy()
    await vi.waitFor(async () => {
      expect((await askPull()).status).toBe(200)
    })
  })
})

describe('what is no request', () => {
  it.each([
    ['a host of nobody', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.0\r\n\r\n', 400],
    ['an address that is none', 'GET http://[/ HTTP/1.1\r\nHost: livret.example\r\n\r\n', 400],
    ['letters', 'bonjour\r\n\r\n', 400],
    ['a head without an end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`, 431],
  ])('%s gets %s', async (_, text, status) => {
    const { socket, heard } = await dial(text)
    await vi.waitFor(() => {
      expect(heard()).toMatch(new RegExp(`^HTTP/1.1 ${status} `, 'u'))
    })
    expect(heard()).not.toMatch(/\bat .*:\d+:\d+/u)
    socket.destroy()
  })

  it('who hangs up amid a body is nobody’s failure', async () => {
    const gone = await dial(head('/sync/v1/push', 1_000) + '{"protocol":')
    gone.socket.destroy()
    await gone.closed
    expect((await askPull()).status).toBe(200)
    expect(world.failures()).toEqual([])
  })
})
