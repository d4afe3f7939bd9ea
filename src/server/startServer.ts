import { mkdir, readdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'
import type pg from 'pg'
import { createRateLimit } from '#server/access/rateLimit.ts'
import { loadServerKey } from '#server/access/serverKey.ts'
import { createApp } from './app.ts'
import type { Configuration } from './configuration.ts'
import type { Deps, Log } from './deps.ts'
import { lockFolder, type FolderLock } from './embedded/lockFolder.ts'
import { startCluster, type Cluster } from './embedded/startCluster.ts'
import { demoMail } from './mail/demoMail.ts'
import type { Mail } from './mail/mail.ts'
import { noMail } from './mail/noMail.ts'
import { smtpMail } from './mail/smtpMail.ts'
import { createPokes } from './pokes.ts'
import { openPool } from './storage/database.ts'
import { migrate } from './storage/migrate.ts'
import { createPostgresStorage } from './storage/postgresStorage.ts'

export interface StartOptions {
  readonly configuration: Configuration
  readonly now: () => Date
  readonly newId: () => string
  readonly log: Log
  /** Told in one French line what the reader of the terminal should know. */
  readonly say: (line: string) => void
  readonly webFolder: string | null
  /** Fills a new private database, already migrated, before anybody can see it. */
  readonly fill?: (deps: Deps) => Promise<void>
}

export interface RunningServer {
  /** `http://…`, to open in a browser on this machine. */
  readonly url: string
  readonly isDemo: boolean
  /** Finishes what is being answered, then closes all. Calling it again gives the same promise. */
  readonly stop: () => Promise<void>
  /** Resolves if the private database ends although nobody asked. */
  readonly lost: Promise<void>
}

/** Why there is nothing to start; the message is a sentence for whoever starts it. */
export class StartRefused extends Error {}

/** How long requests in progress may take once the server stops, in milliseconds. */
const DRAIN_MS = 3_000

/**
 * Starts everything in its order: lock, database, migrations, HTTP. What was started is stopped
 * again when something after it fails. Throws `StartRefused` where the data folder is in use or
 * the port is taken.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { configuration, log } = options
  const undo: (() => Promise<void>)[] = []
  const stopAll = async (): Promise<void> => {
    for (const step of undo.reverse())
      await step().catch((error: unknown) => {
        log({ event: 'stop-failed' }, error)
      })
    undo.length = 0
  }

  try {
    const isPrivate = configuration.databaseUrl === null
    const cluster = isPrivate ? await startOwnDatabase(options, undo) : null
    const pool = openPool(cluster?.url('livret') ?? configuration.databaseUrl ?? '', {
      onError: (error) => {
        log({ event: 'database-connection-lost' }, error)
      },
    })
    undo.push(async () => {
      // A statement that hangs must not keep us; the database rolls it back.
      await Promise.race([pool.end(), wait(DRAIN_MS, undefined, { ref: false })])
    })
    await migrate(pool)

    const stopping = new AbortController()
    const isDemo = isPrivate && (await hasDemo(pool))
    const deps = await makeDeps(options, { pool, isDemo, stopping: stopping.signal })
    const server = await listen(createApp(deps).fetch, configuration)
    undo.push(async () => {
      stopping.abort()
      await close(server)
    })

    let stopped: Promise<void> | undefined
    return {
      url: urlOf(server, configuration.host),
      isDemo,
      stop: () => (stopped ??= stopAll()),
      lost: cluster?.lost ?? new Promise(() => undefined),
    }
  } catch (error) {
    await stopAll()
    throw error
  }
}

async function startOwnDatabase(
  options: StartOptions,
  undo: (() => Promise<void>)[],
): Promise<Cluster> {
  const { say } = options
  const { dataFolder } = options.configuration
  // As root, the account of PostgreSQL goes through; the files inside stay closed to it.
  await mkdir(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const take = async (folder: string): Promise<void> => {
    const lock: FolderLock = await lockFolder(folder)
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
  await createOwnDatabase(cluster, options)
  return cluster
}

/**
 * Makes the private database on first use. It gets its name only once it is complete: a first
 * start that was cut short leaves nothing half filled, the next one begins anew.
 */
async function createOwnDatabase(cluster: Cluster, options: StartOptions): Promise<void> {
  const pool = openPool(cluster.url('postgres'), { size: 1, onError: () => undefined })
  try {
    const { rowCount } = await pool.query(`select from pg_database where datname = 'livret'`)
    if (rowCount) return
    await pool.query('drop database if exists livret_new with (force)')
    await pool.query('create database livret_new')
    // Nothing in it is anybody's yet; the rename below is what has to be durable, with all before.
    await pool.query('alter database livret_new set synchronous_commit = off')
    await fillNewDatabase(cluster.url('livret_new'), options)
    await pool.query('alter database livret_new reset synchronous_commit')
    await pool.query('alter database livret_new rename to livret')
  } finally {
    await pool.end()
  }
}

async function fillNewDatabase(url: string, options: StartOptions): Promise<void> {
  const pool = openPool(url, { onError: () => undefined })
  try {
    await migrate(pool)
    const stopping = new AbortController().signal
    await options.fill?.(await makeDeps(options, { pool, isDemo: true, stopping }))
  } finally {
    await pool.end()
  }
}

async function hasDemo(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query('select from demo_person limit 1')
  return rowCount === 1
}

async function makeDeps(
  { configuration, now, newId, log, webFolder }: StartOptions,
  running: Pick<Deps, 'pool' | 'isDemo' | 'stopping'>,
): Promise<Deps> {
  const { pool, isDemo } = running
  const { smtpUrl, mailFrom } = configuration
  const origin = newId()
  let mail: Mail
  if (smtpUrl !== null) mail = smtpMail({ smtpUrl, from: mailFrom })
  else mail = isDemo ? demoMail(pool, { now, newId }) : noMail(log)
  return {
    ...running,
    origin,
    storage: createPostgresStorage(pool, origin),
    now,
    newId,
    mail,
    configuration,
    pokes: createPokes(),
    serverKey: await loadServerKey(pool, now),
    rateLimit: createRateLimit(pool),
    webFolder,
    log,
  }
}

async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { port, host }: Configuration,
): Promise<Server> {
  const server = createAdaptorServer({ fetch }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new StartRefused(`Le port ${port} est déjà pris. Choisissez-en un autre : PORT=4174`)
          : error,
      )
    })
    server.listen(port, host, resolve)
  })
  return server
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  // A connection becomes idle when its last answer is out.
  const sweep = setInterval(() => {
    server.closeIdleConnections()
  }, 50)
  await Promise.race([closed, wait(DRAIN_MS, undefined, { ref: false })])
  clearInterval(sweep)
  server.closeAllConnections()
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  const isEverywhere = host === '0.0.0.0' || host === '::'
  return `http://${isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}
