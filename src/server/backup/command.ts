import { mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { findSource, type CommandOptions, type Undo } from '#server/commands/command.ts'
import { createFileStore } from '#server/documents/fileStore.ts'
import { createOwnDatabase, startOwnDatabase } from '#server/embedded/ownDatabase.ts'
import { BackupRefused, type Backup, type Closing } from './backupFile.ts'
import { createPhotoStore, type PhotoStore } from './photoStore.ts'
import { openBackup, restoreBackup } from './restoreBackup.ts'
import { takeBackup } from './takeBackup.ts'

/** Writes everything into one file. */
export async function backup(options: CommandOptions, undo: Undo): Promise<void> {
  const { now, say, complain, signal } = options
  const at = now()
  const path = await placeFor(options, at)
  const url = await findSource(options, undo)
  const closing = await withClient(url, signal, (client) =>
    takeBackup({ client, photos: photosOf(options), path, at, signal }),
  )
  const size = numbers.format(Math.ceil((await stat(path)).size / 1_000_000))
  say(`Sauvegarde complète\u00a0: ${countsOf(closing)}, ${size}\u00a0Mo.`)
  say(path)
  say('Ce fichier contient tout ce que les gens ont écrit, et la clé du serveur. Gardez-le fermé.')
  if (closing.missing.length > 0) complain(missingOf(closing))
}

/** Puts what one file holds into an empty database. */
export async function restore(options: CommandOptions, undo: Undo): Promise<void> {
  const { words, from, now, say, complain, signal } = options
  const [path] = words
  if (path === undefined)
    throw new BackupRefused(
      'Quelle sauvegarde\u00a0? npm run restore -- chemin/de/la/sauvegarde.tar',
    )
  const opened = await openBackup(resolve(from, path))
  await intoTarget(options, undo, (url) =>
    withClient(url, signal, (client) =>
      restoreBackup(opened, { client, photos: photosOf(options), at: now(), signal }),
    ),
  )
  const { closing, manifest }: Backup = opened
  say(
    `Restauré\u00a0: ${countsOf(closing)}, dans l’état du ${dates.format(new Date(manifest.takenAt))}.`,
  )
  say('Ce que les gens ont écrit depuis revient de leurs appareils, dès qu’ils se connectent.')
  say('À refaire\u00a0: accès retirés et appareils déclarés perdus depuis cette date.')
  if (closing.missing.length > 0) complain(missingOf(closing))
}

/** Where a backup goes (a folder will do), or where one goes when nothing was said: beside the data. */
async function placeFor({ words, from, configuration }: CommandOptions, at: Date): Promise<string> {
  const [path] = words
  const name = `livret-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar`
  if (path === undefined) {
    const folder = join(configuration.dataFolder, 'backups')
    if (await stat(configuration.dataFolder).catch(() => null))
      await mkdir(folder, { recursive: true, mode: 0o700 })
    return join(folder, name)
  }
  const place = resolve(from, path)
  const there = await stat(place).catch(() => null)
  return there?.isDirectory() ? join(place, name) : place
}

async function intoTarget(
  { configuration, say }: CommandOptions,
  undo: Undo,
  fill: (url: string) => Promise<void>,
): Promise<void> {
  const { databaseUrl, dataFolder } = configuration
  if (databaseUrl !== null) {
    await fill(databaseUrl)
    return
  }
  const cluster = await startOwnDatabase({ dataFolder, say }, undo)
  if (await createOwnDatabase(cluster, fill)) return
  throw new BackupRefused(
    `Il y a déjà une base de données dans ${dataFolder}. Donnez un dossier neuf avec LIVRET_DATA. Rien n’a été touché.`,
  )
}

async function withClient<Result>(
  url: string,
  signal: AbortSignal,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'livret',
    keepAlive: true,
  })
  // Who breaks it is told by the statement that was running.
  client.on('error', () => undefined)
  const stop = (): void => void client.end().catch(() => undefined)
  await client.connect()
  signal.addEventListener('abort', stop)
  try {
    return await work(client)
  } finally {
    signal.removeEventListener('abort', stop)
    await client.end()
  }
}

const photosOf = ({ configuration }: CommandOptions): PhotoStore =>
  createPhotoStore(createFileStore(configuration))

const numbers = new Intl.NumberFormat('fr-FR')
const dates = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
})

function countsOf({ rows, photos }: Closing): string {
  const sum = Object.values(rows).reduce((all, count) => all + count, 0)
  return `${numbers.format(sum)}\u00a0lignes, ${numbers.format(photos)}\u00a0photos`
}

const missingOf = ({ missing }: Closing): string =>
  `Attention\u00a0: ${numbers.format(missing.length)}\u00a0photos manquaient déjà, ou étaient abîmées\u00a0: voir end.json dans l’archive.`
