import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Operation } from '#domain/operation.ts'
import { enrolledSchema } from '#protocol/centre.ts'
import type { PushResponse } from '#protocol/sync.ts'
import { openPool } from '#server/storage/database.ts'
import { aServer, type TestServer } from '#tests/server/testServer.ts'
import { anAct, aPatch, logbookId, NOW, unwritten } from '#tests/support/builders.ts'
import { anEnrolment } from './enrolments.ts'
import { createWorld, listKept, readPulled, type TestDevice, type World } from './world.ts'

let world: World
let servers: [TestServer, TestServer]
let phone: TestDevice
const pools: pg.Pool[] = []

beforeAll(async () => {
  world = await createWorld()
  phone = await world.device('apprentice')
  const stopping = new AbortController()
  const one = async () => {
    const pool = openPool(world.url, { size: 3, onError: () => undefined })
    pools.push(pool)
    return aServer(pool, { now: () => new Date(NOW), stopping: stopping.signal })
  }
  servers = [await one(), await one()]
  afterAll(async () => {
    stopping.abort()
    await Promise.all(pools.map((pool) => pool.end()))
  })
})

async function push(
  server: TestServer,
  device: TestDevice,
  n: number,
  operations: readonly Operation[],
) {
  const answer = await server.ask('POST', '/sync/v1/push', {
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
  return { status: answer.status, body: (await answer.json()) as PushResponse }
}

const aNote = () => {
  const note = unwritten('note')
  return [aPatch(note, { text: 'Un mot' }), anAct('publish', note)]
}

it('a device that is sent now to one server, now to the other, goes on as with one', async () => {
  for (let turn = 0; turn < 6; turn += 1) {
    const server = servers[turn % 2] ?? servers[0]
    expect((await push(server, phone, 1 + 2 * turn, aNote())).status).toBe(200)
  }
  expect((await listKept(world, phone)).map(({ n }) => n)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
  ])

  const body = { protocol: 1, app: 'test', deviceId: phone.id, check: true, books: {} }
  const pulls = await Promise.all(
    servers.map(async (server) => {
      const asked = { cookie: phone.cookie, body }
      return readPulled(await (await server.ask('POST', '/sync/v1/pull', asked)).text())
    }),
  )
  expect(pulls[0]?.books).toEqual(pulls[1]?.books)
  expect(pulls[0]?.serverKey).toEqual(pulls[1]?.serverKey)
})

it('what reaches both servers at the same moment happens once, and both give the same verdicts', async () => {
  const laptop = await world.device('master')
  for (let turn = 0; turn < 10; turn += 1) {
    const operations = aNote()
    const answers = await Promise.all(
      servers.map((server) => push(server, laptop, 1 + 2 * turn, operations)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[0]?.body.results).toEqual(answers[1]?.body.results)
  }
  expect(await listKept(world, laptop)).toHaveLength(20)
})

it('a page that listens to one server hears what was sent to the other', async () => {
  const desk = await world.device('trainer')
  const [here, there] = servers
  const response = await here.ask('GET', '/sync/v1/poke', { cookie: desk.cookie })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  // The first comment says that the connection stands.
  expect((await reader?.read())?.value).toBe(':\n\n')

  expect((await push(there, phone, 13, aNote())).status).toBe(200)
  expect((await reader?.read())?.value).toBe(`event: poke\ndata: ${logbookId}\n\n`)
  await reader?.cancel()
})

it('a page that listens to one server hears of a logbook into which the other let its person', async () => {
  const [trainer, desk] = [await world.device('trainer'), await world.device('coordinator')]
  const [here, there] = servers
  const response = await here.ask('GET', '/sync/v1/poke', { cookie: trainer.cookie })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe(':\n\n')

  const known = { name: 'x', email: 'trainer@here.example' }
  const answer = await there.ask('POST', '/api/v1/centre/logbooks', {
    cookie: desk.cookie,
    body: {
      enrolments: [anEnrolment('Nouvelle', { trainer: known })],
      ...{ preview: false, invite: false },
    },
  })
  const [opened] = enrolledSchema.parse(await answer.json()).logbooks
  expect((await reader?.read())?.value).toBe(`event: poke\ndata: ${opened?.logbookId ?? ''}\n\n`)
  await reader?.cancel()
})
