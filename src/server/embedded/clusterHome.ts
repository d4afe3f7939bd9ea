import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SHARED_FOLDER } from './postgresBinaries.ts'
import { canReach, type PostgresOwner } from './postgresOwner.ts'

/** In the data folder: says where the database is, when it is not there. One path. */
const POINTER = 'postgres-location'

export interface ClusterHome {
  /** Folder that holds the folder `postgres` of the cluster. */
  readonly folder: string
  readonly owner: PostgresOwner
}

/**
 * Where the private PostgreSQL of `dataFolder` keeps its files: in the data folder itself, or
 * where its account may not go there, in `/var/lib/livret/<id>`, which the file
 * `postgres-location` remembers.
 */
export async function findClusterHome(
  dataFolder: string,
  owner: PostgresOwner,
  say: (line: string) => void,
): Promise<ClusterHome> {
  const pointed = await readFile(join(dataFolder, POINTER), 'utf8').catch(() => null)
  const known = pointed?.trim() ?? dataFolder
  const cluster = await stat(join(known, 'postgres')).catch(() => null)
  if (pointed !== null && !cluster)
    throw new Error(
      `La base de données devrait être dans ${known} (dit par ${join(dataFolder, POINTER)}), mais elle n’y est pas. Rien n’a été créé.`,
    )
  if (cluster) {
    // Whoever made it may run it: root starts again what an ordinary user began.
    const maker =
      'uid' in owner && cluster.uid !== 0 ? { uid: cluster.uid, gid: cluster.gid } : owner
    if (!canReach(maker, join(known, 'postgres'), 'x'))
      throw new Error(
        `Le compte de PostgreSQL ne peut plus entrer dans ${join(known, 'postgres')}.`,
      )
    return { folder: known, owner: maker }
  }
  if (canReach(owner, dataFolder, 'x')) return { folder: dataFolder, owner }

  const folder = join(SHARED_FOLDER, `data-${randomBytes(6).toString('hex')}`)
  await mkdir(folder, { recursive: true })
  await chmod(SHARED_FOLDER, 0o755)
  await chmod(folder, 0o711)
  say(
    `Base de données dans ${folder} : son compte ne peut pas entrer dans ${dataFolder}, qui garde l’adresse.`,
  )
  return { folder, owner }
}

/** The folder that holds the cluster of `dataFolder`, or `null`: none was made yet. */
export async function findMadeHome(dataFolder: string): Promise<string | null> {
  const pointed = await readFile(join(dataFolder, POINTER), 'utf8').catch(() => null)
  const home = pointed?.trim() ?? dataFolder
  return (await stat(join(home, 'postgres')).catch(() => null)) ? home : null
}

/** Remembers a home outside the data folder; written once the database is there. */
export async function rememberClusterHome(dataFolder: string, home: ClusterHome): Promise<void> {
  if (home.folder === dataFolder) return
  await writeFile(join(dataFolder, POINTER), `${home.folder}\n`, { mode: 0o600 })
}
