import { stat } from 'node:fs/promises'
import type pg from 'pg'
import {
  BackupRefused,
  createBackupFile,
  type BackupWriter,
  type Closing,
  type Manifest,
} from './backupFile.ts'
import type { PhotoStore } from './photoStore.ts'
import { listMigrations, listSequences, listTables, prepareSession, quote } from './schema.ts'

/** About how much of a table is in one file of the archive, in letters. */
const PART_LENGTH = 4 * 1024 * 1024

export interface BackupOptions {
  readonly client: pg.ClientBase
  readonly photos: PhotoStore
  /** Where the archive will be. Nothing is there yet. */
  readonly path: string
  readonly at: Date
  /** Ends it before it is done: then there is no archive. */
  readonly signal: AbortSignal
}

/**
 * Writes all that one moment saw of the database, and the photos it names, to an archive, while
 * the server goes on. Photos are never changed nor deleted, so that they can follow later. Throws
 * `BackupRefused`; then, as after any other failure, there is no archive.
 */
export async function takeBackup(options: BackupOptions): Promise<Closing> {
  const { client, path, at } = options
  if (await stat(path).catch(() => null))
    throw new BackupRefused(`Il y a déjà un fichier à ${path}. Rien n’a été touché.`)
  await prepareSession(client)
  await client.query('begin isolation level repeatable read read only')
  const migrations = await listMigrations(client)
  if (migrations.length === 0)
    throw new BackupRefused('Cette base de données ne contient pas encore Livret.')
  const tables = await listTables(client)
  const sequences = await listSequences(client)
  const takenAt = at.toISOString()
  const manifest = {
    format: 'livret-backup',
    version: 1,
    takenAt,
    migrations,
    tables,
    sequences,
  } as const

  const writer = await createBackupFile(path, manifest, at)
  try {
    const rows: Record<string, number> = {}
    for (const table of tables) rows[table.name] = await writeTable(client, table, writer)
    const { rows: files } = await client.query<{ sha256: string }>(
      'select sha256 from file order by sha256',
    )
    // What we saw of the database is written: it need not remember it for us any longer.
    await client.query('commit')
    const hashes = files.map(({ sha256 }) => sha256)
    const missing = await writePhotos(hashes, options, writer)
    const closing = { rows, photos: files.length - missing.length, missing }
    await writer.finish(closing)
    return closing
  } catch (error) {
    await writer.discard()
    throw error
  }
}

/** So many rows are read at a time: one of them may have a megabyte. */
const TOGETHER = 100

/**
 * Writes the rows of a table and tells how many they are: a line for each, which is a JSON string
 * with what PostgreSQL writes for a whole row. It reads that again to the same row.
 */
async function writeTable(
  client: pg.ClientBase,
  { name }: Manifest['tables'][number],
  writer: BackupWriter,
): Promise<number> {
  let count = 0
  let lines: string[] = []
  let length = 0
  let parts = 0
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return
    parts += 1
    const part = String(parts).padStart(6, '0')
    await writer.add(`rows/${name}/${part}.jsonl`, Buffer.from(`${lines.join('\n')}\n`))
    lines = []
    length = 0
  }
  const table = quote(name)
  await client.query(`declare every no scroll cursor for select t::text as row from ${table} t`)
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${TOGETHER} from every`)
    for (const { row } of rows) {
      lines.push(JSON.stringify(row))
      length += row.length
    }
    count += rows.length
    if (length >= PART_LENGTH || rows.length === 0) await flush()
    if (rows.length === 0) break
  }
  await client.query('close every')
  return count
}

/** Gives the hashes of those of which there are no bytes. */
async function writePhotos(
  hashes: readonly string[],
  { photos, signal }: BackupOptions,
  writer: BackupWriter,
): Promise<string[]> {
  const missing: string[] = []
  for (const sha256 of hashes) {
    signal.throwIfAborted()
    const bytes = await photos.read(sha256)
    if (bytes) await writer.add(`photos/${sha256}`, bytes)
    else missing.push(sha256)
  }
  return missing
}
