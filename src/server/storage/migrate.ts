/// <reference types="vite/types/importMeta.d.ts" />
import type pg from 'pg'
import { sha256Of } from '#server/sha256.ts'

/** SQL text by file name without its ending: `0001_people`. */
export type Migrations = Readonly<Record<string, string>>

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
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      `create table if not exists migration (
         name text primary key,
         checksum text not null,
         applied_at timestamptz not null default now()
       )`,
    )
    return await runMissing(client, migrations)
  } finally {
    // Ending the connection gives the lock back whatever happened on it.
    client.release(true)
  }
}

async function runMissing(client: pg.PoolClient, migrations: Migrations): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration',
  )
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  refuseStrangeHistory(applied, migrations)

  const missing = Object.keys(migrations)
    .filter((name) => !applied.has(name))
    .sort()
  for (const name of missing) await runOne(client, name, migrations[name] ?? '')
  return missing
}

function refuseStrangeHistory(applied: Map<string, string>, migrations: Migrations): void {
  for (const [name, checksum] of applied) {
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

async function runOne(client: pg.PoolClient, name: string, sql: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into migration (name, checksum) values ($1, $2)', [
      name,
      sha256Of(sql),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`Le fichier ${name}.sql a échoué : ${reason}`, { cause: error })
  }
}
