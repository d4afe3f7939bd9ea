import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CHAIN_START, nextHead, type Link } from '#domain/chain.ts'
import type { Operation } from '#domain/operation.ts'
import { openPool } from '#server/storage/database.ts'
import { aServer, type TestServer } from '#tests/server/testServer.ts'
import {
  aBook,
  aSignature,
  lastHash,
  logbookId,
  NOW,
  personId,
  writeWeek,
} from '#tests/support/builders.ts'
import { layDatabaseWire, type Cut, type DatabaseWire } from '#tests/support/databaseWire.ts'
import { createWorld, pullBook, sealed, type TestDevice, type World } from './world.ts'

let world: World
let wire: DatabaseWire
let pool: pg.Pool
let server: TestServer
let phone: TestDevice
let desk: TestDevice
const next = new Map<TestDevice, number>()

beforeAll(async () => {
  world = await createWorld()
  phone = await world.device('apprentice')
  desk = await world.device('master')
  wire = await layDatabaseWire(world.url)
  pool = openPool(wire.url, { onError: () => undefined })
  afterAll(() => pool.end())
  server = await aServer(pool, { now: () => new Date(NOW) })
})

/** Sends operations through the wire under the numbers that come next. */
async function push(device: TestDevice, operations: readonly Operation[]) {
  const n = next.get(device) ?? 1
  const answer = await server.ask('POST', '/sync/v1/push', {
    cookie: device.cookie,
    body: {
      protocol: 1,
      app: 'test',
      deviceId: device.id,
      logbookId,
      // Something new each time, so that it is noted after all is written.
      pending: operations.length + n,
      operations: operations.map((operation, index) => ({ n: n + index, operation })),
    },
  })
  const body = (await answer.json()) as { code?: string; results?: { verdict: string }[] }
  if (answer.ok) next.set(device, n + operations.length)
  return { status: answer.status, retryAfter: answer.headers.get('Retry-After'), ...body }
}

let weeks = 0
/** A week that is written and sent, and then signed, each in a push of its own. */
function aWeek() {
  weeks += 1
  const book = aBook()
  const week = `2026-W${String(weeks).padStart(2, '0')}`
  const entry = writeWeek(book, 'submitted', { week })
  const statement = {
    logbook: logbookId,
    document: entry.id,
    version: 1,
    hash: lastHash(entry),
    signer: personId('master'),
    role: 'master' as const,
  }
  return {
    entry,
    written: book.done.map(({ operation }) => operation),
    signed: [sealed(aSignature(entry), desk.seal(statement))],
  }
}

/** How many rows of a document there are, and of what was done to it. */
async function rowsOf(documentId: string, operations: readonly Operation[]) {
  const { rows } = await world.pool.query<Record<string, number>>(
    `select (select count(*) from operation where id = any($2::uuid[])) as operations,
       (select count(*) from document where id = $1) as documents,
       (select count(*) from version where document_id = $1) as versions,
       (select count(*) from signature where document_id = $1) as signatures`,
    [documentId, operations.map(({ id }) => id)],
  )
  return rows[0]
}

async function expectWholeChain() {
  const { rows } = await world.pool.query<Link & { chain: string }>(
    'select seq, hash, verdict, chain from operation where logbook_id = $1 order by seq',
    [logbookId],
  )
  let head = CHAIN_START
  for (const [index, row] of rows.entries()) {
    expect(row.seq).toBe(index + 1)
    head = nextHead(head, row)
    expect(row.chain).toBe(head)
  }
  const { rows: logbook } = await world.pool.query<{ head: number; chain: string }>(
    'select head, chain from logbook where id = $1',
    [logbookId],
  )
  expect(logbook).toEqual([{ head: rows.length, chain: head }])
}

/** What one push sends to the database, from the session to the note that the device was here. */
async function statementsOf(device: TestDevice, operations: readonly Operation[]) {
  wire.statements()
  expect((await push(device, operations)).status).toBe(200)
  return wire.statements()
}

const sides: readonly Cut['side'][] = ['before', 'after']

it(
  'a server or a database that dies at any statement of a push leaves all of it or nothing, and says so',
  { timeout: 60_000 },
  async () => {
    const example = aWeek()
    const counts = {
      written: (await statementsOf(phone, example.written)).length,
      signed: (await statementsOf(desk, example.signed)).length,
    }
    // Session, device, begin, logbook, what is there, contents, history, commit, the note after it.
    expect(counts).toEqual({ written: 8, signed: 8 })
    let lost = 0
    let kept = 0

    const tryAt = async (
      cut: Cut,
      last: number,
      device: TestDevice,
      operations: readonly Operation[],
      id: string,
    ) => {
      const before = await rowsOf(id, operations)
      wire.cutAt(cut)
      const answer = await push(device, operations)
      expect(wire.wasCut()).toBe(true)
      const after = await rowsOf(id, operations)
      if (answer.status !== 200) {
        expect(answer).toMatchObject({ status: 503, code: 'no-database' })
        expect(Number(answer.retryAfter)).toBeGreaterThan(0)
      }
      const isKept = after?.['operations'] === operations.length
      if (!isKept) expect(after).toEqual(before)
      if (answer.status === 200) expect(isKept).toBe(true)
      // The last is only a note that the device was here.
      if (cut.statement === last) expect(answer.status).toBe(200)
      if (isKept) kept += 1
      else lost += 1

      // Sent again as it is, as the device does: everything is there once.
      if (answer.status !== 200)
        expect(await push(device, operations)).toMatchObject({ status: 200 })
      await expectWholeChain()
    }

    for (const side of sides) {
      for (let statement = 1; statement <= counts.written; statement += 1) {
        const { entry, written, signed } = aWeek()
        await tryAt({ statement, side }, counts.written, phone, written, entry.id)
        expect(await rowsOf(entry.id, written)).toMatchObject({ operations: 2, versions: 1 })
        await tryAt(
          { statement: Math.min(statement, counts.signed), side },
          counts.signed,
          desk,
          signed,
          entry.id,
        )
        expect(await rowsOf(entry.id, signed)).toMatchObject({ operations: 1, signatures: 1 })
      }
    }
    // Kept is what was cut after the commit and on both sides of the note, for each of the two.
    expect({ lost, kept }).toEqual({ lost: 26, kept: 6 })
    const { documents } = await pullBook(desk)
    expect(documents.map(({ state }) => state)).toEqual(Array(weeks).fill('signed'))
    expect(server.logs.filter(({ event }) => event.event === 'failed')).toEqual([])
  },
)
