import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import { CHAIN_START, nextHead, type Link } from '#domain/chain.ts'
import { hashOfText } from '#domain/hash.ts'
import type { LogbookId, OperationId } from '#domain/identifiers.ts'
import type { Operation } from '#domain/operation.ts'
import type { PushResponse, Result } from '#protocol/sync.ts'
import {
  anAct,
  aPatch,
  logbookId,
  nextId,
  unwritten,
  type PersonName,
} from '#tests/support/builders.ts'
import { createWorld, openLogbook, type TestDevice, type World } from '../routes/world.ts'
import { installServer } from './builtServer.ts'
import { startKillableDatabase } from './killableDatabase.ts'

/** How many servers work on the database at once. */
const SERVERS = 3
/** How often a server, and the database under them, is killed; `npm run soak` asks for more. */
const SERVER_KILLS = Number(process.env['SERVER_KILLS'] ?? 30)
const DATABASE_KILLS = Number(process.env['DATABASE_KILLS'] ?? 5)

const { start } = await installServer()
const database = await startKillableDatabase()
let world: World
const books = [logbookId, nextId<LogbookId>()]
beforeAll(async () => {
  world = await createWorld(undefined, database)
  await openLogbook(world.deps, books[1] ?? logbookId)
  // The built server lives by the clock on the wall.
  world.setNow(new Date().toISOString())
  await world.pool.query(`update member set valid_from = '2020-01-01', valid_until = null`)
})

/** One of the servers: where it is now, and how many pushes it has confirmed. */
interface Place {
  url: string | null
  answers: number
}

const kills = { servers: 0, databases: 0 }
const isEnough = () => kills.servers >= SERVER_KILLS && kills.databases >= DATABASE_KILLS

/** Keeps one server running until there were kills enough, and kills it each time amid its work. */
async function serve(place: Place, name: string): Promise<void> {
  while (!isEnough()) {
    const server = await start({ DATABASE_URL: world.url, LIVRET_DATA: `data-${name}` })
    expect(server.url, server.said()).not.toBeNull()
    const goal = place.answers + 1 + Math.random() * 4
    place.url = server.url
    for (let tries = 0; tries < 150 && place.answers < goal; tries += 1) await wait(10)
    await wait(Math.random() * 30)
    place.url = null
    server.kill('SIGKILL')
    // `null`: by our signal, and not by itself before.
    expect(await server.ended, server.said()).toBeNull()
    kills.servers += 1
  }
}

/** Kills the database now and then: all of it, or one of its processes, after which it recovers. */
async function killDatabase(): Promise<void> {
  while (!isEnough()) {
    await wait(200 + Math.random() * 800)
    if (kills.databases < DATABASE_KILLS) {
      await database.kill(kills.databases % 2 === 0 ? 'all' : 'one')
      kills.databases += 1
    }
  }
}

interface Outbox {
  readonly sent: Map<OperationId, Operation>
  readonly confirmed: Map<OperationId, Result>
}

/** A device that writes and sends as the app does: what has no verdict is sent again, as it is. */
async function write(device: TestDevice, places: readonly Place[], isOver: () => boolean) {
  const outbox: Outbox = { sent: new Map(), confirmed: new Map() }
  const next = new Map(books.map((id) => [id, 1]))
  for (let turn = 0; !isOver(); turn += 1) {
    const book = books[turn % books.length] ?? logbookId
    const note = unwritten('note')
    const operations = [aPatch(note, { text: `Mot ${turn}` }), anAct('publish', note)]
    for (const operation of operations) outbox.sent.set(operation.id, operation)
    const first = next.get(book) ?? 1
    next.set(book, first + operations.length)
    const body = JSON.stringify({
      protocol: 1,
      app: 'test',
      deviceId: device.id,
      logbookId: book,
      pending: operations.length,
      operations: operations.map((operation, index) => ({ n: first + index, operation })),
    })
    const results = await deliver(device, body, places)
    for (const result of results) outbox.confirmed.set(result.id, result)
  }
  return outbox
}

/** Sends one body until some server answers it. */
async function deliver(
  device: TestDevice,
  body: string,
  places: readonly Place[],
): Promise<readonly Result[]> {
  for (;;) {
    const alive = places.filter(({ url }) => url !== null)
    const place = alive[Math.floor(Math.random() * alive.length)]
    const headers = {
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: device.cookie,
    }
    const response = await (!place
      ? null
      : fetch(`${place.url ?? ''}/sync/v1/push`, { method: 'POST', headers, body })
          .then(async (each) => ({
            status: each.status,
            text: await each.text(),
            retryAfter: each.headers.get('Retry-After'),
          }))
          .catch(() => null))
    if (place && response?.status === 200) {
      place.answers += 1
      return (JSON.parse(response.text) as PushResponse).results
    }
    // A server that was killed answers nothing, one without its database that it is to be asked
    // again; whatever else it says would be a fault.
    if (response) {
      expect(response).toMatchObject({ status: 503 })
      expect(JSON.parse(response.text)).toMatchObject({ code: 'no-database' })
      expect(Number(response.retryAfter)).toBeGreaterThan(0)
    }
    await wait(5)
  }
}

const writers: readonly PersonName[] = ['apprentice', 'master', 'trainer', 'coordinator']

it(
  'servers and their database, killed over and over while people write, lose nothing they confirmed and do nothing twice',
  { timeout: 60_000 + SERVER_KILLS * 10_000 + DATABASE_KILLS * 10_000 },
  async () => {
    const places = Array.from({ length: SERVERS }, (): Place => ({ url: null, answers: 0 }))
    let over = false
    const devices = await Promise.all(writers.map((who) => world.device(who)))
    const writing = Promise.all(devices.map((device) => write(device, places, () => over)))
    await Promise.race([
      Promise.all([...places.map((place, index) => serve(place, String(index))), killDatabase()]),
      writing,
    ])
    // Whoever still waits for an answer gets it from a server that lives.
    over = true
    const last = await start({ DATABASE_URL: world.url, LIVRET_DATA: 'data-last' })
    places.push({ url: last.url, answers: 0 })
    const outboxes = await writing
    last.kill('SIGTERM')
    expect(await last.ended).toBe(0)
    expect(kills.servers).toBeGreaterThanOrEqual(SERVER_KILLS)
    expect(kills.databases).toBe(DATABASE_KILLS)

    const confirmed = new Map(outboxes.flatMap((outbox) => [...outbox.confirmed]))
    const sent = new Map(outboxes.flatMap((outbox) => [...outbox.sent]))
    expect(confirmed.size).toBeGreaterThan(100)
    expect(confirmed.size).toBe(sent.size)

    const { rows } = await world.pool.query<Row>(
      `select logbook_id, id, device_id, n, seq, verdict, code, hash, chain, body from operation
       order by logbook_id, seq`,
    )
    // Nothing confirmed is lost or became something else, and nothing is there twice.
    expect(rows.map(({ id }) => id).sort()).toEqual([...confirmed.keys()].sort())
    for (const { id, n, seq, verdict, code, hash, body } of rows) {
      expect(confirmed.get(id)).toEqual({ id, n, seq, verdict, code })
      expect(verdict).toBe('applied')
      expect(JSON.parse(body)).toEqual(sent.get(id))
      expect(hash).toBe(hashOfText(body))
    }
    const { rows: documents } = await world.pool.query<{ seq: number; count: number }>(
      `select d.seq, count(v.number)::int as count from document d
       left join version v on v.logbook_id = d.logbook_id and v.document_id = d.id
       group by d.logbook_id, d.id, d.seq`,
    )
    expect(documents).toHaveLength(rows.length / 2)
    expect(documents.every(({ count }) => count === 1)).toBe(true)
    // eslint-disable-next-line no-console -- what was survived, for whoever asked for more of it
    console.info(
      `${kills.servers} servers and ${kills.databases} databases killed; ${confirmed.size} operations confirmed, none lost, none twice`,
    )
    for (const book of books)
      await expectChain(
        rows.filter((row) => row.logbook_id === book),
        book,
      )
  },
)

interface Row extends Link {
  readonly logbook_id: LogbookId
  readonly id: OperationId
  readonly device_id: string
  readonly n: number
  readonly code: string | null
  readonly chain: string
  readonly body: string
}

async function expectChain(rows: readonly Row[], book: LogbookId): Promise<void> {
  let head = CHAIN_START
  for (const [index, row] of rows.entries()) {
    expect(row.seq).toBe(index + 1)
    head = nextHead(head, row)
    expect(row.chain).toBe(head)
  }
  const { rows: logbook } = await world.pool.query<{ head: number; chain: string }>(
    'select head, chain from logbook where id = $1',
    [book],
  )
  expect(logbook).toEqual([{ head: rows.length, chain: head }])
  for (const device of new Set(rows.map(({ device_id }) => device_id))) {
    const numbers = rows.filter(({ device_id }) => device_id === device).map(({ n }) => n)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  }
}
