/// <reference types="vite/types/importMeta.d.ts" />
import type pg from 'pg'
import { patiently } from './database.ts'
import { sha256Of } from '#server/sha256.ts'

/** SQL text by file name without its ending: `0001_people`. */
export type Migrations = Readonly<Record<string, string>>

/** One that ran, with the SHA-256 of its SQL. */
export interface AppliedMigration {
  readonly name: string
  readonly checksum: string
}

/** Why the database was left as it was; the message is for whoever starts the server. */
export class MigrationRefused extends Error {}

/** Any number nobody else uses: all processes that migrate this database wait for each other here. */
const LOCK = 4_173_001

const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The migrations that ship with this server, in the order of their numbers. */
export const shippedMigrations: Migrations = Object.fromEntries(
  Object.entries(files).map(([path, sql]) => [path.replace(/^.*\/|\.sql$/gu, ''), sql]),
)

/**
 * Brings the database up to date and returns the names of the files it ran, in order. Several
 * servers may start at once: one works, the others wait. Each file is one transaction, so a
 * failing file leaves nothing of itself.
 *
 * Throws `MigrationRefused`, having changed nothing, when a file that already ran reads
 * differently today, or when the database comes from a newer server.
 */
export async function migrate(
  pool: pg.Pool,
  migrations: Migrations = shippedMigrations,
): Promise<string[]> {
  const client = await pool.connect()
  const run = patient(client)
  try {
    // A big table takes its time, and so does another server that migrates before us.
    for (const name of ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'])
      await run(`set ${name} = 0`)
    await run('select pg_advisory_lock($1)', [LOCK])
    await run(MIGRATION_TABLE)
    return await runMissing(run, migrations)
  } finally {
    // Ending the connection gives the lock back whatever happened on it.
    client.release(true)
  }
}

const MIGRATION_TABLE = `create table if not exists migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
)`

/**
 * Prepares an empty database as it was when only `applied` had run, in the transaction of the
 * caller. `refuseStrangeHistory` says whether these are ours.
 */
export async function migrateAs(
  client: pg.ClientBase,
  applied: readonly AppliedMigration[],
  migrations: Migrations,
): Promise<void> {
  const run = patient(client)
  await run('select pg_advisory_xact_lock($1)', [LOCK])
  await run(MIGRATION_TABLE)
  for (const { name } of applied) await apply(run, name, migrations[name] ?? '')
}

/** Sends a statement and waits for it however long it takes. */
type Run = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>

const patient =
  (client: pg.ClientBase): Run =>
  async <Row extends object>(text: string, values: unknown[] = []) => {
    const { rows } = await client.query<Row>(patiently(text, values))
    return rows
  }

async function runMissing(run: Run, migrations: Migrations): Promise<string[]> {
  const rows = await run<AppliedMigration>('select name, checksum from migration')
  refuseStrangeHistory(rows, migrations)

  const applied = new Set(rows.map(({ name }) => name))
  const missing = Object.keys(migrations)
    .filter((name) => !applied.has(name))
    .sort()
  for (const name of missing) await runOne(run, name, migrations[name] ?? '')
  return missing
}

/** Throws `MigrationRefused` where what ran is not the beginning of what we would run. */
export function refuseStrangeHistory(
  applied: readonly AppliedMigration[],
  migrations: Migrations,
): void {
  for (const { name, checksum } of applied) {
    const sql = migrations[name]
    if (sql === undefined)
      throw new MigrationRefused(
        `La base a été préparée par une version plus récente de Livret (${name}). Mettez Livret à jour.`,
      )
    if (sha256Of(sql) !== checksum)
      throw new MigrationRefused(
        `Le fichier ${name}.sql a changé depuis qu’il a été appliqué à cette base. Ajoutez un nouveau fichier.`,
      )
  }
}

async function runOne(run: Run, name: string, sql: string): Promise<void> {
  try {
    await run('begin')
    await apply(run, name, sql)
    await run('commit')
  } catch (error) {
    // On a connection that broke there is nothing to undo any more.
    await run('rollback').catch(() => undefined)
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`Le fichier ${name}.sql a échoué : ${reason}`, { cause: error })
  }
}

async function apply(run: Run, name: string, sql: string): Promise<void> {
  await run(sql)
  await run('insert into migration (name, checksum) values ($1, $2)', [name, sha256Of(sql)])
}
