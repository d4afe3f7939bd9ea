import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { openPool } from '#server/storage/database.ts'
import { migrate, shippedMigrations, type Migrations } from '#server/storage/migrate.ts'

export interface TestDatabase {
  readonly pool: pg.Pool
  /** `postgres://…` of this database, for what opens its own connections. */
  readonly url: string
}

/**
 * A database of its own for one test file, already migrated, dropped after the file's last test.
 * It is copied from a template that the first caller of the run prepares.
 */
export async function createDatabase(
  migrations: Migrations = shippedMigrations,
): Promise<TestDatabase> {
  return openDatabase(await prepareTemplate(migrations))
}

/** The same without anything in it. */
export const createEmptyDatabase = (): Promise<TestDatabase> => openDatabase('template0')

/** What somebody gets who puts a database back from a copy. Ends all connections to it. */
export async function copyDatabase({ url }: Pick<TestDatabase, 'url'>): Promise<TestDatabase> {
  const name = new URL(url).pathname.slice(1)
  await asAdministrator((client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      name,
    ]),
  )
  return openDatabase(name)
}

async function openDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdministrator((client) => client.query(`create database ${name} template ${template}`))

  const url = urlOf(name)
  const pool = openPool(url, { size: 5, onError: () => undefined })
  afterAll(async () => {
    await pool.end()
    await asAdministrator((client) => client.query(`drop database if exists ${name} with (force)`))
  })
  return { pool, url }
}

async function prepareTemplate(migrations: Migrations): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(migrations)).digest('hex')
  const name = `template_${hash.slice(0, 12)}`
  await asAdministrator(async (client) => {
    // Workers start together: one makes the template, the others wait for it.
    await client.query('select pg_advisory_lock(1)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    await client.query(`drop database if exists ${name}_new`)
    await client.query(`create database ${name}_new`)
    const pool = openPool(urlOf(`${name}_new`), { onError: () => undefined })
    try {
      await migrate(pool, migrations)
    } finally {
      await pool.end()
    }
    await client.query(`alter database ${name}_new rename to ${name}`)
  })
  return name
}

async function asAdministrator(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(inject('postgresUrl'))
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  return url.href
}
