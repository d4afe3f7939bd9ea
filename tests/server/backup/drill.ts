import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect } from 'vitest'
import type { Closing } from '#server/backup/backupFile.ts'
import { createPhotoStore } from '#server/backup/photoStore.ts'
import { createFolderStore } from '#server/documents/folderStore.ts'
import { openBackup, restoreBackup } from '#server/backup/restoreBackup.ts'
import { takeBackup } from '#server/backup/takeBackup.ts'
import type { Migrations } from '#server/storage/migrate.ts'
import type { TestDevice } from '#tests/server/routes/world.ts'
import { nextId, personId } from '#tests/support/builders.ts'
import type { TestDatabase } from '#tests/support/postgres.ts'

/** When backups are put back, in these tests. */
export const RESTORED_AT = new Date('2026-02-01T08:00:00Z')

/** A coordinator brings an operation like this one in a rescue file. */
export async function bring(desk: TestDevice, logbookId: string, operation: object): Promise<void> {
  const brought = await desk.post(`/api/v1/logbooks/${logbookId}/rescue`, {
    ...{ personId: personId('coordinator'), deviceId: nextId(), seal: null },
    operations: [{ n: 1, operation: { ...operation, id: nextId() } }],
  })
  expect(brought.status).toBe(200)
}

/** A folder that is gone after the file’s last test. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'livret-backup-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export async function backUp(
  { url }: Pick<TestDatabase, 'url'>,
  dataFolder: string,
  path: string,
): Promise<Closing> {
  const photos = createPhotoStore(createFolderStore(dataFolder))
  const { signal } = new AbortController()
  const at = new Date('2026-01-31T22:00:00Z')
  return withClient(url, (client) => takeBackup({ client, photos, path, at, signal }))
}

export async function putBack(
  path: string,
  { url }: Pick<TestDatabase, 'url'>,
  dataFolder: string,
  migrations?: Migrations,
): Promise<void> {
  const backup = await openBackup(path, migrations)
  const photos = createPhotoStore(createFolderStore(dataFolder))
  const options = { photos, at: RESTORED_AT, signal: new AbortController().signal }
  await withClient(url, (client) =>
    restoreBackup(backup, { client, ...options, ...(migrations && { migrations }) }),
  )
}

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export const listTableNames = async ({ pool }: Pick<TestDatabase, 'pool'>): Promise<string[]> => {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  return rows.map(({ name }) => name)
}

export interface TableContent {
  readonly rows: number
  /** Over all rows as text, but for what a restore changes. */
  readonly sum: string
}

/** How many rows each table has, and what is in them. */
export async function readTables(
  database: Pick<TestDatabase, 'pool'>,
): Promise<Record<string, TableContent>> {
  const tables: Record<string, TableContent> = {}
  for (const name of await listTableNames(database)) {
    const { rows } = await database.pool.query<{ row: string }>(
      `select (to_jsonb(t) - 'grant_number' - 'applied_at')::text as row from "${name}" t order by 1`,
    )
    const sum = hashOf(rows.map(({ row }) => row).join('\n'))
    tables[name] = { rows: rows.length, sum }
  }
  return tables
}

export const hashOf = (bytes: Buffer | string): string =>
  createHash('sha256').update(bytes).digest('hex')
