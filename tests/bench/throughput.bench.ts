import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DocumentId, OperationId } from '#domain/identifiers.ts'
import { PROTOCOL } from '#protocol/conversation.ts'
import type { PushResponse } from '#protocol/sync.ts'
import { newId } from '#server/newId.ts'
import { openPool } from '#server/storage/database.ts'
import { installServer } from '#tests/server/process/builtServer.ts'
import { createDatabase, type TestDatabase } from '#tests/support/postgres.ts'
import { report, type Measure } from './support/report.ts'
import { storyOf } from './support/schoolYear.ts'
import { openSchool, type Member } from './support/school.ts'
import type { LogbookId } from '#domain/identifiers.ts'

/** Devices that send at the same time, each one operation after the other; and logbooks of a region. */
const SENDERS = 8
const LOGBOOKS = 3_000
/** How often each contender has its turn, and how long that is, in ms. */
const TURNS = Number(process.env['ROUNDS'] ?? 3)
const TURN = 6_000

const contenders = ['floor', 'one logbook', '3,000 logbooks'] as const
type Who = (typeof contenders)[number]

interface Sender {
  readonly logbookId: LogbookId
  readonly member: Member
  n: number
}

const { start } = await installServer()
let database: TestDatabase
let raw: pg.Pool
let url: string
let pid: number
let one: readonly Sender[]
let many: readonly Sender[]
const speeds = new Map<Who, number[]>()
const answers = new Map<Who, number[]>()
const memory: number[] = []

beforeAll(async () => {
  database = await createDatabase()
  raw = openPool(database.url, { size: SENDERS, onError: () => undefined })
  await raw.query('create table floor_record (id uuid primary key, body jsonb)')
  const [busy, ...others] = await openSchool(database.pool, [
    { members: SENDERS },
    ...Array.from({ length: LOGBOOKS }, () => ({ members: 1 })),
  ])
  const senders = (books: typeof others): Sender[] =>
    books.flatMap(({ id, members }) => members.map((member) => ({ logbookId: id, member, n: 0 })))
  one = senders(busy ? [busy] : [])
  many = senders(others)
  const server = await start({ DATABASE_URL: database.url, LIVRET_DATA: 'data-throughput' })
  if (server.url === null || server.pid === undefined) throw new Error(server.said())
  url = server.url
  pid = server.pid
}, 300_000)

afterAll(async () => {
  await raw.end()
  const floor = { speed: speeds.get('floor') ?? [], answers: answers.get('floor') ?? [] }
  const measures = contenders.slice(1).flatMap((who): Measure[] => [
    { what: `writes, ${who}`, who: 'floor', unit: '/s', values: floor.speed },
    { what: `writes, ${who}`, who: 'livret', unit: '/s', values: speeds.get(who) ?? [] },
    { what: `one write, ${who}`, who: 'floor', unit: 'ms', values: floor.answers },
    { what: `one write, ${who}`, who: 'livret', unit: 'ms', values: answers.get(who) ?? [] },
  ])
  measures.push({ what: 'memory of the server', who: 'livret', unit: 'MB', values: memory })
  await report('bench-throughput', measures)
})

it('how many pushes of one operation a server takes, on one logbook and over many', async () => {
  for (let turn = 0; turn < TURNS; turn += 1) {
    await take('floor', Array(SENDERS).fill(insertRaw))
    await take(
      'one logbook',
      one.map((sender) => () => push(sender)),
    )
    const slices = Array.from({ length: SENDERS }, (_, at) =>
      many.filter((_each, index) => index % SENDERS === at),
    )
    await take(
      '3,000 logbooks',
      slices.map((slice) => {
        let next = 0
        return () => push(slice[(next += 1) % slice.length] as Sender)
      }),
    )
    memory.push(await residentMemory())
  }
}, 300_000)

/** Lets each of these do its work again and again for one turn. */
async function take(who: Who, works: readonly (() => Promise<void>)[]): Promise<void> {
  const times: number[] = []
  const begun = performance.now()
  await Promise.all(
    works.map(async (work) => {
      while (performance.now() - begun < TURN) {
        const before = performance.now()
        await work()
        times.push(performance.now() - before)
      }
    }),
  )
  const seconds = (performance.now() - begun) / 1_000
  speeds.set(who, [...(speeds.get(who) ?? []), times.length / seconds])
  answers.set(who, [...(answers.get(who) ?? []), ...times])
}

/** The least: one row in one transaction, on an open connection, without HTTP. */
async function insertRaw(): Promise<void> {
  const body = JSON.stringify(aNote())
  await raw.query({
    name: 'raw',
    text: 'insert into floor_record values ($1, $2)',
    values: [newId(new Date()), body],
  })
}

async function push(sender: Sender): Promise<void> {
  sender.n += 1
  const { logbookId, member, n } = sender
  const headers = {
    'Content-Type': 'application/json',
    'Sec-Fetch-Site': 'same-origin',
    Cookie: `livret=${member.token}`,
  }
  const operations = [{ n, operation: aNote() }]
  const body = { protocol: PROTOCOL, app: 'bench', deviceId: member.device.id, logbookId }
  const response = await fetch(`${url}/sync/v1/push`, {
    ...{ method: 'POST', headers },
    body: JSON.stringify({ ...body, pending: 1, operations }),
  })
  const { results } = (await response.json()) as PushResponse
  expect(results[0]?.verdict).toBe('applied')
}

const aNote = () => ({
  id: newId(new Date()) as OperationId,
  documentId: newId(new Date()) as DocumentId,
  ...{ kind: 'note', v: 1, at: new Date().toISOString(), present: null, type: 'patch' },
  ...{ set: { text: storyOf(3) }, seen: {} },
})

/** What the server’s process holds in memory, in MB. */
async function residentMemory(): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1_024
}
