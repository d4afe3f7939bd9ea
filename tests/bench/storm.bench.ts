import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import { aServer } from '#tests/server/testServer.ts'
import { installServer } from '#tests/server/process/builtServer.ts'
import { createDatabase, type TestDatabase } from '#tests/support/postgres.ts'
import { quantile, report, type Measure } from './support/report.ts'
import { comeBack, type Seen } from './support/stormClient.ts'
import { fillStormSchool, type Expected, type StormDevice } from './support/stormSchool.ts'

/** How many devices find the network again, and within how many ms. */
const DEVICES = Number(process.env['DEVICES'] ?? 5_000)
const WITHIN = 60_000

const { start } = await installServer()
let database: TestDatabase
let devices: readonly StormDevice[]
let expected: Expected

beforeAll(async () => {
  database = await createDatabase()
  const { deps } = await aServer(database.pool, { now: () => new Date() })
  ;({ devices, expected } = await fillStormSchool(deps, DEVICES))
}, 900_000)

it('a whole school finds the network again: nothing is lost, nothing happens twice, nobody meets an error', async () => {
  const server = await start({ DATABASE_URL: database.url, LIVRET_DATA: 'data-storm' })
  const { url, pid } = server
  if (url === null || pid === undefined) throw new Error(server.said())
  const seen: Seen = {
    ...{ statuses: new Map(), answers: [], settled: [], asked: [], results: new Map() },
  }
  const begun = performance.now()
  await Promise.all(
    devices.map(async (device) => {
      await wait(Math.random() * WITHIN)
      await comeBack(url, device, seen)
    }),
  )
  const took = performance.now() - begun
  const memory = await memoryOf(pid)
  server.kill('SIGTERM')

  const measure = (what: string, unit: Measure['unit'], values: readonly number[]): Measure => ({
    ...{ what, who: 'livret', unit, values },
  })
  await report('bench-storm', [
    measure('an answer', 'ms', seen.answers),
    measure('until all of a device had its verdict', 'ms', seen.settled),
    measure('a wait that was asked for', 's', seen.asked),
    measure('until the last device was done', 'ms', [took]),
    measure('memory of the server at most', 'MB', [memory]),
    ...[...seen.statuses].map(([status, times]) =>
      measure(`answers ${status === 0 ? 'lost' : status}`, 'requests', [times]),
    ),
  ])
  expect([...seen.statuses.keys()].filter((status) => status >= 500)).toEqual([])
  expect(await effects()).toEqual({ ...expected, holes: 0 })
  const sent = devices.flatMap(({ operations }) => operations.map(({ id }) => id))
  expect(sent.filter((id) => seen.results.get(id)?.verdict !== 'applied')).toEqual([])
  expect(await placesOf(sent)).toEqual(new Map(sent.map((id) => [id, seen.results.get(id)?.seq])))
  expect(quantile(seen.settled, 0.95)).toBeLessThan(WITHIN)
}, 1_200_000)

/** All that is stored, and the logbooks whose history is not as long as its last number says. */
async function effects(): Promise<Expected & { readonly holes: number }> {
  const { rows } = await database.pool.query<Expected & { readonly holes: number }>(
    `select (select count(*) from operation) as operations,
       (select count(*) from version) as versions,
       (select count(*) from signature) as signatures,
       (select count(*) from logbook l where head <>
          (select count(*) from operation o where o.logbook_id = l.id)) as holes`,
  )
  const [row] = rows
  if (!row) throw new Error('nothing is counted')
  return row
}

/** Where each operation stands in its history; one that stood twice would be here once too few. */
async function placesOf(ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await database.pool.query<{ id: string; seq: number }>(
    'select id, seq from operation where id = any($1::uuid[])',
    [ids],
  )
  expect(rows).toHaveLength(ids.length)
  return new Map(rows.map(({ id, seq }) => [id, seq]))
}

/** The most memory that a process ever held, in MB. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1_024
}
