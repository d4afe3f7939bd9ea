import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chmod, cp, mkdtemp, rm, stat, symlink } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { clockModule } from './clock.ts'

/** The built server, running from a copy of the build on a port and a data folder of its own. */
export interface LivretServer {
  readonly url: string
  readonly port: number
  /** The built app that it serves. A change is served from the next start on. */
  readonly webFolder: string
  /** Stops it as Ctrl-C does, and starts it again on the same folder and port. */
  readonly restart: () => Promise<void>
  /** Ends it without a word, as a power cut does; the next `start` has to recover. */
  readonly kill: () => Promise<void>
  /** Does nothing while it runs. */
  readonly start: () => Promise<void>
  /** Stops it and removes all that it had. */
  readonly stop: () => Promise<void>
  /** Stops it, and leaves its data to every server of this run that is started after it. */
  readonly stopAsFirst: () => Promise<() => Promise<void>>
}

/** The longest a first start may take on a slow machine, in ms: it fills the demo. */
const START_MAX = 120_000

export async function startLivret(
  environment: Readonly<Record<string, string>> = {},
): Promise<LivretServer> {
  const folder = await mkdtemp(join(tmpdir(), 'livret-journey-'))
  // As a folder that anybody may enter: the account of the private database has to.
  await chmod(folder, 0o755)
  await cp('dist/web', join(folder, 'dist/web'), { recursive: true })
  await cp('dist/server', join(folder, 'dist/server'), { recursive: true })
  await cp('package.json', join(folder, 'package.json'))
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  const data = join(folder, 'data')
  await copyFirstData(data)
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: ChildProcess | null = null

  const start = async () => {
    if (child !== null) return
    const output: string[] = []
    const own = spawn(
      process.execPath,
      ['--import', clockModule, join(folder, 'dist/server/main.js')],
      {
        env: {
          ...process.env,
          LIVRET_DATA: data,
          PORT: String(port),
          // As started by hand: under npm it also ends with the npm that started it.
          npm_lifecycle_event: undefined,
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    child = own
    own.stdout.on('data', (data) => output.push(String(data)))
    own.stderr.on('data', (data) => output.push(String(data)))
    const end = Date.now() + START_MAX
    while (Date.now() < end) {
      if (own.exitCode !== null) throw new Error(`the server ended: ${output.join('')}`)
      const ready = await fetch(`${url}/health/ready`).catch(() => null)
      if (ready?.ok) return
      await wait(100)
    }
    throw new Error(`the server did not start: ${output.join('')}`)
  }

  const end = async (signal: NodeJS.Signals) => {
    const own = child
    child = null
    if (own === null || own.exitCode !== null || own.signalCode !== null) return
    const gone = new Promise((ended) => own.once('exit', ended))
    own.kill(signal)
    await gone
  }

  const remove = () => rm(folder, { recursive: true, force: true })

  await start()
  return {
    url,
    port,
    webFolder: join(folder, 'dist/web'),
    start,
    restart: async () => {
      await end('SIGTERM')
      await start()
    },
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM')
      await remove()
    },
    stopAsFirst: async () => {
      await end('SIGTERM')
      process.env[FIRST_DATA] = data
      return remove
    },
  }
}

const FIRST_DATA = 'LIVRET_FIRST_DATA'

/** The demo as it was filled once for the whole run: to fill it takes longer than most journeys. */
async function copyFirstData(to: string): Promise<void> {
  const first = process.env[FIRST_DATA]
  // Where a database could not be in the data folder, a copy would point to the same one.
  const isWhole = first !== undefined && (await stat(join(first, 'postgres')).catch(() => null))
  // Node’s own copy would give the files of the database’s account to ours.
  if (isWhole) await promisify(execFile)('cp', ['-pR', first, to])
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
