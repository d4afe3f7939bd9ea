import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type pg from 'pg'

interface CouchDoc {
  readonly _id: string
  readonly _rev: string
  readonly _revisions?: { readonly start: number; readonly ids: readonly string[] }
}

/**
 * As much of CouchDB’s replication protocol as PouchDB needs to pull everything once and to push new
 * documents. Documents are kept in memory for reading, and written to PostgreSQL when pushed.
 */
export function couchRoutes(pool: pg.Pool): Hono {
  const app = new Hono()
  const docs = new Map<string, { readonly doc: CouchDoc; readonly seq: number }>()
  const checkpoints = new Map<string, object>()
  const created = pool.query(
    'create table if not exists couch_record (id text primary key, body jsonb not null)',
  )
  let seq = 0

  app.get('/db/', (c) => c.json({ db_name: 'db', update_seq: seq, doc_count: docs.size }))
  app.get('/db/_local/:id', (c) => {
    const found = checkpoints.get(c.req.param('id'))
    return found ? c.json(found) : c.json({ error: 'not_found' }, 404)
  })
  app.put('/db/_local/:id', async (c) => {
    checkpoints.set(c.req.param('id'), await c.req.json<object>())
    return c.json({ ok: true, id: c.req.param('id'), rev: '0-1' })
  })
  app.get('/db/_changes', (c) => {
    const since = Number(c.req.query('since') ?? 0)
    const limit = Number(c.req.query('limit') ?? 100)
    const results = [...docs.values()]
      .filter((row) => row.seq > since)
      .slice(0, limit)
      .map(({ doc, seq: at }) => ({ seq: at, id: doc._id, changes: [{ rev: doc._rev }] }))
    return c.json({ results, last_seq: results.at(-1)?.seq ?? since, pending: 0 })
  })
  app.post('/db/_bulk_get', async (c) => {
    const asked = await c.req.json<{ docs: { id: string }[] }>()
    const results = asked.docs.map(({ id }) => ({ id, docs: [{ ok: docs.get(id)?.doc }] }))
    return c.json({ results })
  })
  app.post('/db/_revs_diff', async (c) => {
    const asked = await c.req.json<Record<string, string[]>>()
    const missing = Object.entries(asked)
      .filter(([id]) => !docs.has(id))
      .map(([id, revs]) => [id, { missing: revs }] as const)
    return c.json(Object.fromEntries(missing))
  })
  app.post('/db/_bulk_docs', async (c) => {
    await created
    const { docs: pushed } = await c.req.json<{ docs: CouchDoc[] }>()
    await pool.query(
      `insert into couch_record select id, body::jsonb from unnest($1::text[], $2::text[])
         as row (id, body)
       on conflict (id) do update set body = excluded.body`,
      [pushed.map(({ _id }) => _id), pushed.map((doc) => JSON.stringify(doc))],
    )
    for (const doc of pushed) keep(doc)
    return c.json([], 201)
  })
  /** Fills the database from outside. */
  app.post('/fill', async (c) => {
    for (const record of await c.req.json<{ id: string }[]>()) {
      const hash = createHash('md5').update(JSON.stringify(record)).digest('hex')
      const { id, ...rest } = record
      keep({ ...rest, _id: id, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] } })
    }
    return c.json({ count: docs.size })
  })

  function keep(doc: CouchDoc): void {
    seq += 1
    docs.delete(doc._id)
    docs.set(doc._id, { doc, seq })
  }
  return app
}
