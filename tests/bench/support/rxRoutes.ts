import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type pg from 'pg'

interface RxRow {
  readonly id: string
  readonly body: object
  readonly at: number
}

interface PushedRow {
  readonly newDocumentState: { readonly id: string; readonly _deleted?: boolean }
}

/**
 * What RxDB’s HTTP replication asks of a server: documents after a checkpoint of time and id, and
 * rows with the state the client assumed. On PostgreSQL, as its manual shows it.
 */
export async function rxRoutes(pool: pg.Pool): Promise<Hono> {
  await pool.query(`create table if not exists rx_record
    (id text primary key, body jsonb not null, at bigint not null)`)
  await pool.query('create index if not exists rx_record_at on rx_record (at, id)')
  const app = new Hono()
  const listeners = new Set<(message: string) => void>()

  app.get('/pull', async (c) => {
    const { at = '0', id = '', limit = '100' } = c.req.query()
    const { rows } = await pool.query<RxRow>(
      `select id, body, at from rx_record where at > $1 or (at = $1 and id > $2)
       order by at, id limit $3`,
      [Number(at), id, Number(limit)],
    )
    const last = rows.at(-1)
    return c.json({
      documents: rows.map(({ body }) => body),
      checkpoint: last ? { at: last.at, id: last.id } : { at: Number(at), id },
    })
  })
  app.post('/push', async (c) => {
    const rows = await c.req.json<PushedRow[]>()
    const states = rows.map(({ newDocumentState }) => newDocumentState)
    const at = Date.now()
    await pool.query(
      `insert into rx_record select id, body::jsonb, $3 from unnest($1::text[], $2::text[])
         as row (id, body)
       on conflict (id) do update set body = excluded.body, at = excluded.at`,
      [states.map(({ id }) => id), states.map((state) => JSON.stringify(state)), at],
    )
    const checkpoint = { at, id: states.at(-1)?.id ?? '' }
    const message = JSON.stringify({ documents: states, checkpoint })
    for (const tell of listeners) tell(message)
    // No conflicts.
    return c.json([])
  })
  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const tell = (data: string) => {
        void stream.writeSSE({ data })
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
