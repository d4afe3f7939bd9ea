import { createServer, type AddressInfo } from 'node:net'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '#server/storage/database.ts'
import { createPostgresStorage } from '#server/storage/postgresStorage.ts'
import { anAct, aPatch, logbookId, NOW, unwritten } from '#tests/support/builders.ts'
import { createWorld, listKept, type TestDevice, type World } from './routes/world.ts'
import { aServer, type TestServer } from './testServer.ts'

let world: World
let device: TestDevice
beforeAll(async () => {
  world = await createWorld()
  device = await world.device('apprentice')
})

const pools: pg.Pool[] = []
afterAll(() => Promise.all(pools.map((pool) => pool.end())))

/** A server on the world’s database with few connections and little patience. */
async function aServerWith(options: Partial<Parameters<typeof openPool>[1]>) {
  const pool = openPool(world.url, { size: 2, onError: () => undefined, ...options })
  pools.push(pool)
  const server = await aServer(pool, { now: () => new Date(NOW) })
  return { ...server, pool }
}

const push = (server: TestServer, operations: readonly unknown[], n: number) =>
  server.ask('POST', '/sync/v1/push', {
    cookie: device.cookie,
    body: {
      protocol: 1,
      app: 'test',
      deviceId: device.id,
      logbookId,
      pending: operations.length,
      operations: operations.map((operation, index) => ({ n: n + index, operation })),
    },
  })

const session = (server: TestServer) =>
  server.ask('GET', '/api/v1/session', { cookie: device.cookie })

/** Answered as busy: what was sent is to be sent again, after a wait that is said. */
async function expectUnavailable(answer: Response, code: string) {
  const body = (await answer.json()) as { code: string; message: string }
  expect([answer.status, body.code]).toEqual([code === 'busy' ? 429 : 503, code])
  expect(body.message).toMatch(/^\p{Lu}.*\.$/u)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(answer.headers.get('X-Livret-Protocol')).toBe('1')
}

const aNote = () => aPatch(unwritten('note'), { text: 'Un mot' })

describe('all connections to the database are taken', () => {
  it('by something that hangs: who asks hears that we are busy, and all is well once it lets go', async () => {
    const server = await aServerWith({ patience: { connection: 200 } })
    const hogs = [await server.pool.connect(), await server.pool.connect()]
    const sent = aNote()
    await expectUnavailable(await session(server), 'busy')
    await expectUnavailable(await push(server, [sent], 1), 'busy')
    await expectUnavailable(await server.ask('GET', '/health/ready'), 'busy')
    expect((await server.ask('GET', '/health/live')).status).toBe(200)

    for (const hog of hogs) hog.release()
    expect(await listKept(world, device)).toEqual([])
    expect((await push(server, [sent], 1)).status).toBe(200)
    expect(await listKept(world, device)).toHaveLength(1)
    expect(server.logs.filter(({ event }) => event.event === 'failed')).toEqual([])
  })

  it('by many at once: who comes when the queue is full is turned away at once, the others are served', async () => {
    const server = await aServerWith({ patience: { connection: 60_000 } })
    const hogs = [await server.pool.connect(), await server.pool.connect()]
    const waiting = Array.from({ length: 200 }, () => session(server))
    while (server.pool.waitingCount < 200) await new Promise((resolve) => setImmediate(resolve))

    // The hogs hold on: an answer can only come from somebody who did not wait for them.
    await expectUnavailable(await session(server), 'busy')
    await expectUnavailable(await push(server, [aNote()], 9), 'busy')
    for (const hog of hogs) hog.release()
    const answers = await Promise.all(waiting)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  })
})

describe('somebody holds a logbook for long', () => {
  it('a push to it hears that we are busy and did nothing, pushes to others go on', async () => {
    const server = await aServerWith({ size: 3, patience: { lock: 200 } })
    const laptop = await world.device('apprentice', 'elsewhere')
    const holder = await world.pool.connect()
    await holder.query('begin')
    await holder.query('select from logbook where id = $1 for update', [logbookId])

    const before = await listKept(world, device)
    await expectUnavailable(await push(server, [aNote()], before.length + 1), 'busy')
    expect((await laptop.push([aNote()])).status).toBe(200)
    await holder.query('rollback')
    holder.release()
    expect(await listKept(world, device)).toEqual(before)
    expect((await push(server, [aNote()], before.length + 1)).status).toBe(200)
  })
})

describe('a statement that never ends', () => {
  it('is given up with its transaction, and its connection serves the next request', async () => {
    const server = await aServerWith({ size: 1, patience: { statement: 200 } })
    const before = await listKept(world, device)
    await world.pool.query(
      `create function dawdle() returns trigger language plpgsql as
         $$ begin perform pg_sleep(60); return new; end $$`,
    )
    await world.pool.query(
      'create trigger dawdle before insert on version for each row execute function dawdle()',
    )
    const note = unwritten('note')
    const operations = [aPatch(note, { text: 'Un mot' }), anAct('publish', note)]
    await expectUnavailable(await push(server, operations, before.length + 1), 'busy')
    await world.pool.query('drop trigger dawdle on version')

    // Not held as if the words were at fault: nothing of it is there, and it goes through now.
    expect(await listKept(world, device)).toEqual(before)
    expect((await push(server, operations, before.length + 1)).status).toBe(200)
    expect((await listKept(world, device)).slice(before.length)).toMatchObject([
      { verdict: 'applied' },
      { verdict: 'applied' },
    ])
  })

  it('in a transaction that somebody forgot: the logbook is free again by itself', async () => {
    const server = await aServerWith({ patience: { idleTransaction: 200 } })
    const forgotten = await server.pool.connect()
    forgotten.on('error', () => undefined)
    await forgotten.query('begin')
    await forgotten.query('select from logbook where id = $1 for update', [logbookId])

    const before = await listKept(world, device)
    expect((await push(server, [aNote()], before.length + 1)).status).toBe(200)
    forgotten.release(true)
  })
})

describe('a database that is not there', () => {
  it('refuses connections: the server says so, with when to come back, and does not fall', async () => {
    const url = new URL(world.url)
    url.port = String(await aClosedPort())
    const pool = openPool(url.href, { onError: () => undefined })
    pools.push(pool)
    const server = await aServer(world.pool, lost(pool))

    await expectUnavailable(await session(server), 'no-database')
    await expectUnavailable(await push(server, [aNote()], 1), 'no-database')
    await expectUnavailable(await server.ask('GET', '/health/ready'), 'no-database')
    const pull = { protocol: 1, app: 'test', deviceId: device.id, check: false, books: {} }
    const asked = { cookie: device.cookie, body: pull }
    await expectUnavailable(await server.ask('POST', '/sync/v1/pull', asked), 'no-database')
    // Thousands of devices ask in vain: one line says so.
    expect(server.logs.filter(({ event }) => event.event === 'unavailable')).toHaveLength(1)
  })

  it('takes a connection and then says nothing: nobody waits for ever', async () => {
    const mute = createServer((socket) => socket.on('error', () => undefined))
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    const url = new URL(world.url)
    url.port = String((mute.address() as AddressInfo).port)
    const pool = openPool(url.href, { onError: () => undefined, patience: { connection: 200 } })
    pools.push(pool)
    const server = await aServer(world.pool, lost(pool))

    await expectUnavailable(await session(server), 'no-database')
    mute.close()
  })
})

/** What a running server has when its database goes away. */
const lost = (pool: pg.Pool) => ({
  pool,
  storage: createPostgresStorage(pool, 'this server'),
  now: () => new Date(NOW),
})

async function aClosedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
