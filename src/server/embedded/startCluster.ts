import { randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findClusterHome, findMadeHome, rememberClusterHome } from './clusterHome.ts'
import { placeBinaries, type PostgresBinaries } from './postgresBinaries.ts'
import { findPostgresOwner, type PostgresOwner } from './postgresOwner.ts'
import { commandOf } from './processIdentity.ts'
import { runProgram } from './runProgram.ts'
import { startPostgres, type RunningPostgres } from './startPostgres.ts'

export interface ClusterOptions {
  /** Data folder, absolute. It exists, and nobody else uses it: see `lockFolder`. */
  readonly folder: string
  /** Whether what was committed survives a power cut. Only tests say no. */
  readonly durable: boolean
  /** Told in one French line what the reader of the terminal should know. */
  readonly say: (line: string) => void
  /** Called with the folder of the database before anything in it is touched. */
  readonly beforeUse?: (home: string) => Promise<void>
}

export interface Cluster {
  /** `postgres://…` of the database of this name, with its password. */
  readonly url: (database: string) => string
  /** Resolves once PostgreSQL wrote everything and is gone. */
  readonly stop: () => Promise<void>
  /** Deletes the database for ever. Stop first. */
  readonly remove: () => Promise<void>
}

const USER = 'livret'
const PASSWORD = 'postgres-password'

/** Between two tries to bring PostgreSQL back, in milliseconds: the first, and the longest. */
const AGAIN_FIRST = 200
const AGAIN_MAX = 10_000

/**
 * Starts a private PostgreSQL that listens on 127.0.0.1 only, at a random port, with a random
 * password kept in the data folder (0600). Makes the cluster at the first start. One that an
 * earlier process left running is stopped first, and its leftovers are cleared: a start after
 * kill -9 needs no help. One that ends although nobody stopped it (killed, no room on the disk) is
 * started again at the same port, until it stands.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder, durable, say } = options
  const binaries = await placeBinaries(findPostgresOwner(), say)
  const home = await findClusterHome(folder, findPostgresOwner(), say)
  await options.beforeUse?.(home.folder)
  const { owner } = home
  const data = join(home.folder, 'postgres')
  const password = await readPassword(folder)

  if (await stat(data).catch(() => null)) await stopLeftover(binaries, data, owner)
  else await initialise({ binaries, home: home.folder, data, owner, password, durable })
  await rememberClusterHome(folder, home)

  const port = await findFreePort()
  const url = (database: string): string => clusterUrl({ password, port }, database)
  const logPath = join(folder, 'postgres.log')
  const launch = (flags: 'w' | 'a'): Promise<RunningPostgres> =>
    startPostgres(binaries.postgres, ['-D', data, ...settings(port, durable)], {
      owner,
      url: url('postgres'),
      log: { path: logPath, flags },
    })

  let running = await launch('w')
  const stopping = new AbortController()
  const isStopping = (): boolean => stopping.signal.aborted
  const bringBack = async (): Promise<RunningPostgres | null> => {
    for (let pause = AGAIN_FIRST; ; pause = Math.min(2 * pause, AGAIN_MAX)) {
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (isStopping()) return null
      // Its number may belong to somebody else by now.
      await stopLeftover(binaries, data, owner)
      const again = await launch('a').catch(() => null)
      if (again) return again
    }
  }
  const watch = async (): Promise<void> => {
    await running.ended
    if (isStopping()) return
    say('La base de données s’est arrêtée toute seule. Livret la redémarre : voir postgres.log.')
    running = (await bringBack()) ?? running
    if (isStopping()) return
    say('La base de données est revenue.')
    await watch()
  }
  const watching = watch()

  return {
    url,
    stop: async () => {
      stopping.abort()
      await stopPostgres(binaries, data, owner)
      await watching
      // It may have been on its way back just now.
      await stopPostgres(binaries, data, owner)
      await running.ended
    },
    remove: async () => {
      await rm(data, { recursive: true, force: true })
      if (home.folder !== folder) await rm(home.folder, { recursive: true, force: true })
    },
  }
}

interface Entrance {
  readonly password: string
  readonly port: number
}

const clusterUrl = ({ password, port }: Entrance, database: string): string =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`

/**
 * `postgres://…` of a database in the cluster that another process runs in `folder`, or `null`:
 * nobody does, or it is somebody else’s.
 */
export async function findRunningCluster(folder: string, database: string): Promise<string | null> {
  try {
    const home = (await findMadeHome(folder)) ?? folder
    const state = await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8')
    const password = (await readFile(join(folder, PASSWORD), 'utf8')).trim()
    // PostgreSQL’s own file: number, folder, start, port, each on its line.
    const port = Number(state.split('\n')[3])
    return Number.isInteger(port) ? clusterUrl({ password, port }, database) : null
  } catch {
    return null
  }
}

function settings(port: number, durable: boolean): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function readPassword(folder: string): Promise<string> {
  const path = join(folder, PASSWORD)
  const known = await readFile(path, 'utf8').catch(() => null)
  if (known?.trim()) return known.trim()
  const password = randomBytes(24).toString('hex')
  await writeFile(path, `${password}\n`, { mode: 0o600 })
  return password
}

interface Initialise {
  readonly binaries: PostgresBinaries
  readonly home: string
  readonly data: string
  readonly owner: PostgresOwner
  readonly password: string
  readonly durable: boolean
}

async function initialise(options: Initialise): Promise<void> {
  const { binaries, home, data, owner, password, durable } = options
  // Made beside and renamed: an interrupted first start leaves no half database under the name.
  const draft = join(home, 'postgres.new')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  const secret = await mkdtemp(join(home, 'initdb-'))
  const passwordFile = join(secret, 'password')
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if ('uid' in owner)
    for (const path of [draft, secret, passwordFile]) await chown(path, owner.uid, owner.gid)

  const { status, said } = await runProgram(
    binaries.initdb,
    [
      `--pgdata=${draft}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Part of PostgreSQL itself, hence the same on every machine.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ],
    owner,
  )
  await rm(secret, { recursive: true, force: true })
  if (status !== 0) throw new Error(`PostgreSQL n’a pas pu créer sa base : ${said.trim()}`)
  await chmod(draft, 0o700)
  await rename(draft, data)
}

/** Stops the PostgreSQL an earlier process left, and clears a number that now is somebody else's. */
async function stopLeftover(
  binaries: PostgresBinaries,
  data: string,
  owner: PostgresOwner,
): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  const text = await readFile(pidFile, 'utf8').catch(() => null)
  if (text === null) return
  const command = commandOf(Number(text.split('\n')[0]))
  // PostgreSQL itself recognises the file of a process that is no more.
  if (command === null) return
  if (command.includes(data)) await stopPostgres(binaries, data, owner)
  else await rm(pidFile, { force: true })
}

async function stopPostgres(
  binaries: PostgresBinaries,
  data: string,
  owner: PostgresOwner,
): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const args = ['stop', '-D', data, '-m', mode, '-w', '-t', '10']
    const { status } = await runProgram(binaries.pgCtl, args, owner)
    if (status === 0) return
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
