import { createHash } from 'node:crypto'
import type pg from 'pg'
import { beginGeneration } from '#server/storage/logbooks.ts'
import {
  migrateAs,
  refuseStrangeHistory,
  shippedMigrations,
  type Migrations,
} from '#server/storage/migrate.ts'
import { BackupRefused, checkBackup, readBackup, type Backup, type Manifest } from './backupFile.ts'
import type { PhotoStore } from './photoStore.ts'
import { isEmptyDatabase, prepareSession, quote } from './schema.ts'

/**
 * Reads a whole backup before anything is touched. Throws `BackupRefused` where it is none or not
 * whole, `MigrationRefused` where a newer Livret took it.
 */
export async function openBackup(
  path: string,
  migrations: Migrations = shippedMigrations,
): Promise<Backup> {
  const backup = await checkBackup(path)
  refuseStrangeHistory(backup.manifest.migrations, migrations)
  return backup
}

export interface RestoreOptions {
  readonly client: pg.ClientBase
  readonly photos: PhotoStore
  readonly at: Date
  /** Ends it before it is done: then nothing is in the database. */
  readonly signal: AbortSignal
  readonly migrations?: Migrations
}

/**
 * Puts an opened backup into an empty database, in one transaction: all of it is there, photos
 * included, or nothing is. Devices then recognise an older server and offer again what it lost.
 * Throws `BackupRefused` where the database is not empty.
 */
export async function restoreBackup(
  { path, manifest, closing }: Backup,
  { client, photos, at, signal, migrations = shippedMigrations }: RestoreOptions,
): Promise<void> {
  await prepareSession(client)
  await client.query('begin')
  try {
    if (!(await isEmptyDatabase(client)))
      throw new BackupRefused(
        'Cette base de données n’est pas vide. Une sauvegarde se restaure dans une base vide. Rien n’a été touché.',
      )
    await migrateAs(client, manifest.migrations, migrations)
    const tables = new Map(manifest.tables.map((table) => [table.name, table]))
    for await (const { name, content } of readBackup(path)) {
      signal.throwIfAborted()
      const [kind, subject = ''] = name.split('/')
      const table = tables.get(subject)
      if (kind === 'rows' && table) await fill(client, table, content)
      else if (kind === 'photos' && sha256Of(content) === subject) await photos.keep(content)
      else throw new Error(`there is no place for ${name}`)
    }
    await compareCounts(client, closing.rows)
    for (const { name, value, isCalled } of manifest.sequences)
      await client.query('select setval($1::regclass, $2, $3)', [quote(name), value, isCalled])
    await beginGeneration(client, at)
    await client.query('commit')
  } catch (error) {
    // On a connection that broke there is nothing to undo any more.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function fill(
  client: pg.ClientBase,
  { name, columns }: Manifest['tables'][number],
  content: Buffer,
): Promise<void> {
  const rows = content
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as string)
  const [table, list] = [quote(name), columns.map(quote).join(', ')]
  await client.query(`insert into ${table} (${list}) select ${list} from unnest($1::${table}[])`, [
    rows,
  ])
}

async function compareCounts(
  client: pg.ClientBase,
  expected: Readonly<Record<string, number>>,
): Promise<void> {
  for (const [name, count] of Object.entries(expected)) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${quote(name)}`)
    if (Number(rows[0]?.count) !== count)
      throw new Error(`${name} has ${rows[0]?.count ?? 'no'} rows instead of ${count}`)
  }
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
