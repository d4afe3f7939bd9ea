import type pg from 'pg'
import type { Manifest } from './backupFile.ts'

type Table = Manifest['tables'][number]

/** Name of a table, a column or a sequence as SQL takes it. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * All that has rows but the list of migrations, in an order in which it can be filled: what others
 * refer to comes first. Throws where there is none.
 */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { needs: string[] }>(
    `select t.relname as name,
       (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '') as columns,
       (select coalesce(json_agg(distinct n.relname), '[]') from pg_constraint c
        join pg_class n on n.oid = c.confrelid
        where c.conrelid = t.oid and c.contype = 'f') as needs
     from pg_class t
     where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p')
       and not t.relispartition and t.relname <> 'migration'
     order by t.relname`,
  )
  const waiting = new Map(rows.map((row) => [row.name, row]))
  const ordered: Table[] = []
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ needs }) => !needs.some((name) => waiting.has(name)),
    )
    if (ready.length === 0)
      throw new Error(`tables refer to each other: ${[...waiting.keys()].join()}`)
    for (const { name, columns } of ready) {
      ordered.push({ name, columns })
      waiting.delete(name)
    }
  }
  return ordered
}

/** Whether nobody ever put a table there. */
export async function isEmptyDatabase(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query(
    `select from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') limit 1`,
  )
  return rows.length === 0
}

/** How far the counters of the database have come. */
export async function listSequences(client: pg.ClientBase): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = current_schema() order by 1`,
  )
  const sequences: Manifest['sequences'] = []
  for (const { name } of rows) {
    const { rows: values } = await client.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${quote(name)}`,
    )
    if (values[0]) sequences.push({ name, ...values[0] })
  }
  return sequences
}

/** What prepared the database, in order. Empty where nothing did. */
export async function listMigrations(client: pg.ClientBase): Promise<Manifest['migrations']> {
  const { rows: tables } = await client.query(`select from pg_tables
    where schemaname = current_schema() and tablename = 'migration'`)
  if (tables.length === 0) return []
  const { rows } = await client.query<Manifest['migrations'][number]>(
    'select name, checksum from migration order by name',
  )
  return rows
}

/** Makes text mean the same when it is read and when it is written, and lets it take its time. */
export async function prepareSession(client: pg.ClientBase): Promise<void> {
  for (const setting of [
    `client_encoding = 'UTF8'`,
    `datestyle = 'ISO, YMD'`,
    `timezone = 'UTC'`,
    `intervalstyle = 'postgres'`,
    'statement_timeout = 0',
    'lock_timeout = 0',
    'idle_in_transaction_session_timeout = 0',
  ])
    await client.query(`set ${setting}`)
}
