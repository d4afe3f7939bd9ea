import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction, openPool } from '#server/storage/database.ts'
import { migrate } from '#server/storage/migrate.ts'
import { outageOf } from '#server/storage/outage.ts'

const AUTHENTICATED = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0])
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])
/** What a process of PostgreSQL says when the whole of it dies. */
const fields = 'SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0'
const FAREWELL = Buffer.concat([
  Buffer.from([0x45, 0, 0, 0, 4 + fields.length]),
  Buffer.from(fields),
])

/** A database that lets everybody in and dies in the same breath. */
const dying = createServer((socket) => {
  socket.on('error', () => undefined)
  socket.once('data', () => socket.end(Buffer.concat([AUTHENTICATED, READY, FAREWELL])))
})
let url = ''
beforeAll(async () => {
  dying.listen(0, '127.0.0.1')
  await once(dying, 'listening')
  url = `postgres://livret@127.0.0.1:${(dying.address() as AddressInfo).port}/livret`
})
afterAll(() => dying.close())

it.each([
  [
    'a transaction',
    (pool: ReturnType<typeof openPool>) => inTransaction(pool, () => Promise.resolve(1)),
  ],
  ['the first migration', (pool: ReturnType<typeof openPool>) => migrate(pool, {})],
  ['one statement', (pool: ReturnType<typeof openPool>) => pool.query('select 1')],
])('a database that dies as it lets us in fails %s, and not the whole server', async (_, work) => {
  const crashes: unknown[] = []
  const onCrash = (error: unknown) => crashes.push(error)
  process.prependListener('uncaughtException', onCrash)
  const pool = openPool(url, { onError: () => undefined })
  try {
    const error: unknown = await work(pool).then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(outageOf(error)).toBe('no-database')
  } finally {
    await pool.end()
    process.off('uncaughtException', onCrash)
  }
  expect(crashes).toEqual([])
})
