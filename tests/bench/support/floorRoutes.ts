import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type pg from 'pg'

/** A record of the floor: an id and whatever else. */
interface FloorRecord {
  readonly id: string
}

/**
 * The least that a server can do: the answer lies ready, gzipped; what is pushed is one statement in
 * one transaction; who listens is told at once.
 */
export async function floorRoutes(pool: pg.Pool): Promise<Hono> {
  await pool.query('create table if not exists floor_record (id text primary key, body jsonb)')
  const app = new Hono()
  const listeners = new Set<(id: string) => void>()
  let ready = { version: -1, bytes: gzipSync('[]') }
  let version = 0

  app.get('/records', async (c) => {
    if (ready.version !== version) {
      const { rows } = await pool.query<{ body: object }>('select body from floor_record')
      const text = JSON.stringify(rows.map(({ body }) => body))
      ready = { version, bytes: gzipSync(text, { level: 3 }) }
    }
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }
    return c.body(new Uint8Array(ready.bytes), 200, headers)
  })
  app.get('/records/:id', async (c) => {
    const { rows } = await pool.query<{ body: object }>(
      'select body from floor_record where id = $1',
      [c.req.param('id')],
    )
    return c.json(rows[0]?.body ?? null)
  })
  app.post('/records', async (c) => {
    const records = await c.req.json<FloorRecord[]>()
    await pool.query(
      `insert into floor_record select id, body::jsonb from unnest($1::text[], $2::text[])
         as row (id, body)
       on conflict (id) do update set body = excluded.body`,
      [records.map(({ id }) => id), records.map((record) => JSON.stringify(record))],
    )
    version += 1
    for (const { id } of records) for (const tell of listeners) tell(id)
    return c.json(records.map(({ id }) => id))
  })
  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const tell = (id: string) => {
        void stream.writeSSE({ data: id })
      }
      listeners.add(tell)
      await stream.write(':\n\n')
      await new Promise<void>((resolve) => {
        stream.onAbort(resolve)
      })
      listeners.delete(tell)
    }),
  )
  return app
}
