import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { createRateLimit } from '#server/access/rateLimit.ts'
import { loadServerKey } from '#server/access/serverKey.ts'
import { createApp } from './app.ts'
import type { Configuration } from './configuration.ts'
import type { Deps, Log } from './deps.ts'
import { createOwnDatabase, startOwnDatabase } from './embedded/ownDatabase.ts'
import type { Cluster } from './embedded/startCluster.ts'
import { close, DRAIN_MS, listen, urlOf } from './httpServer.ts'
import { createFileStore } from './documents/fileStore.ts'
import { demoMail } from './mail/demoMail.ts'
import type { Mail } from './mail/mail.ts'
import { noMail } from './mail/noMail.ts'
import { smtpMail } from './mail/smtpMail.ts'
import { createPokes } from './pokes.ts'
import { startSweeping } from './sweep.ts'
import { openPool } from './storage/database.ts'
import { migrate } from './storage/migrate.ts'
import { recogniseOrigin } from './storage/origin.ts'
import { isTurnedAway, outageOf } from './storage/outage.ts'
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
}

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
    const cluster = isPrivate ? await startOwn(options, undo) : null
    const pool = openPool(cluster?.url('livret') ?? configuration.databaseUrl ?? '', {
      onError: (error) => {
        log({ event: 'database-connection-lost' }, error)
      },
    })
    undo.push(async () => {
      // A statement that hangs must not keep us; the database rolls it back.
      await Promise.race([pool.end(), wait(DRAIN_MS, undefined, { ref: false })])
    })
    const stopping = new AbortController()
    const deps = await onceThere(options, async () => {
      await migrate(pool)
      if (await recogniseOrigin(pool, options.now()))
        options.say(
          'Cette base a été remise en place : les appareils vont proposer ce qui lui manque.',
        )
      const isDemo = isPrivate && (await hasDemo(pool))
      return makeDeps(options, { pool, isDemo, stopping: stopping.signal })
    })
    startSweeping(deps)
    const server = await listen(createApp(deps).fetch, configuration)
    undo.push(async () => {
      stopping.abort()
      await close(server)
    })

    let stopped: Promise<void> | undefined
    return {
      url: urlOf(server, configuration.host),
      isDemo: deps.isDemo,
      stop: () => (stopped ??= stopAll()),
    }
  } catch (error) {
    await stopAll()
    throw error
  }
}

/** How long the database may keep us waiting at the start, in milliseconds, and between two tries. */
const THERE_MS = 60_000
const AGAIN_MS = 500

/** Machines and containers start in any order: what fails for want of a database is done again. */
async function onceThere<Result>(
  { say }: Pick<StartOptions, 'say'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const deadline = performance.now() + THERE_MS
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      const isLate = performance.now() > deadline
      if (outageOf(error) === null || isTurnedAway(error) || isLate) throw error
      if (tries === 1) say('La base de données ne répond pas encore. Livret attend…')
      await wait(AGAIN_MS)
    }
  }
}

async function startOwn(options: StartOptions, undo: (() => Promise<void>)[]): Promise<Cluster> {
  const { configuration, say } = options
  const cluster = await startOwnDatabase({ dataFolder: configuration.dataFolder, say }, undo)
  await createOwnDatabase(cluster, (url) => fillNewDatabase(url, options))
  return cluster
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
    files: createFileStore(configuration),
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
