import { mkdir, readdir } from 'node:fs/promises'
import { StartRefused } from '#server/httpServer.ts'
import { openPool } from '#server/storage/database.ts'
import { lockFolder } from './lockFolder.ts'
import { startCluster, type Cluster } from './startCluster.ts'

export interface OwnDatabaseOptions {
  /** Absolute. */
  readonly dataFolder: string
  /** Told in one French line what the reader of the terminal should know. */
  readonly say: (line: string) => void
}

/**
 * Takes the data folder for this process and starts the private PostgreSQL in it; `undo` gets what
 * gives both back, to be called in the reverse order. Throws `StartRefused` where the folder is in
 * use.
 */
export async function startOwnDatabase(
  { dataFolder, say }: OwnDatabaseOptions,
  undo: (() => Promise<void>)[],
): Promise<Cluster> {
  // As root, the account of PostgreSQL goes through; the files inside stay closed to it.
  await mkdir(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const take = async (folder: string): Promise<void> => {
    const lock = await lockFolder(folder)
    if (!lock.held)
      throw new StartRefused(
        `Livret tourne déjà avec le dossier ${folder} (processus ${lock.pid} sur ${lock.host}). Rien n’a été touché.`,
      )
    undo.push(lock.release)
  }
  await take(dataFolder)
  if ((await readdir(dataFolder)).every((name) => name.startsWith('livret.lock')))
    say('Premier démarrage : préparation de la base de données…')

  const cluster = await startCluster({
    folder: dataFolder,
    durable: true,
    say,
    // A copied data folder points to the same database: that one has its own lock.
    beforeUse: (home) => (home === dataFolder ? Promise.resolve() : take(home)),
  })
  undo.push(cluster.stop)
  return cluster
}

/**
 * Makes the private database on first use, and tells whether it did. It gets its name only once
 * `fill` is done: a first start that was cut short leaves nothing half filled, the next one begins
 * anew.
 */
export async function createOwnDatabase(
  cluster: Cluster,
  fill: (url: string) => Promise<void>,
): Promise<boolean> {
  const pool = openPool(cluster.url('postgres'), { size: 1, onError: () => undefined })
  try {
    const { rowCount } = await pool.query(`select from pg_database where datname = 'livret'`)
    if (rowCount) return false
    await pool.query('drop database if exists livret_new with (force)')
    await pool.query('create database livret_new')
    // Nothing in it is anybody's yet; the rename below is what has to be durable, with all before.
    await pool.query('alter database livret_new set synchronous_commit = off')
    await fill(cluster.url('livret_new'))
    await pool.query('alter database livret_new reset synchronous_commit')
    await pool.query('alter database livret_new rename to livret')
    return true
  } finally {
    await pool.end()
  }
}
