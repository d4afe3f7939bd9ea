import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built server, running on a port and a data folder of its own. */
export interface LivretServer {
  readonly url: string
  /** Stops it as Ctrl-C does, and starts it again on the same folder and port. */
  readonly restart: () => Promise<void>
  /** Ends it without a word, as a power cut does; the next `start` has to recover. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** The longest a first start may take on a slow machine, in ms: it fills the demo. */
const START_MAX = 120_000

/** `main`: the built entry, so that a journey can run a copy of the build. */
export async function startLivret(
  environment: Readonly<Record<string, string>> = {},
  main = 'dist/server/main.js',
): Promise<LivretServer> {
  const folder = await mkdtemp(join(tmpdir(), 'livret-journey-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: ChildProcess | null = null

  const start = async () => {
    const output: string[] = []
    const own = spawn(process.execPath, [main], {
      env: { ...process.env, LIVRET_DATA: folder, PORT: String(port), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = own
    own.stdout.on('data', (data) => output.push(String(data)))
    own.stderr.on('data', (data) => output.push(String(data)))
    const end = Date.now() + START_MAX
    while (Date.now() < end) {
      if (own.exitCode !== null) throw new Error(`the server ended: ${output.join('')}`)
      const ready = await fetch(`${url}/health/ready`).catch(() => null)
      if (ready?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    throw new Error(`the server did not start: ${output.join('')}`)
  }

  const end = async (signal: NodeJS.Signals) => {
    const own = child
    if (!own || own.exitCode !== null) return
    const gone = new Promise((resolve) => own.once('exit', resolve))
    own.kill(signal)
    await gone
    child = null
  }

  await start()
  return {
    url,
    start,
    restart: async () => {
      await end('SIGTERM')
      await start()
    },
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
