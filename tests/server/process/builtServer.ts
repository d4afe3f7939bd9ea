import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll } from 'vitest'
import { startOf } from '#server/embedded/processIdentity.ts'

/** The built server in a folder of its own, with its data beside it. */
export interface Installation {
  readonly folder: string
  /** Starts it as `node main.js`, with more in its environment; resolves once it is ready, or over. */
  readonly start: (env?: Readonly<Record<string, string>>) => Promise<StartedProcess>
  /** Runs `node main.js` with these words, which ends by itself. */
  readonly run: (
    words: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<StartedProcess>
  /** Process number of the PostgreSQL of its data, or `null`. */
  readonly postgresPid: () => Promise<number | null>
}

interface StartedProcess {
  /** `http://…`, or `null` where it refused to start. */
  readonly url: string | null
  /** All it printed. */
  readonly said: () => string
  /** Resolves to the exit code, `null` after SIGKILL. */
  readonly ended: Promise<number | null>
  readonly kill: (signal: NodeJS.Signals) => void
  readonly pid: number | undefined
}

const root = process.cwd()

/**
 * Installs the built server in a new folder; `isClosed`: under one that only its owner may enter
 * (0700), packages included. All that runs or lies there is gone after the file's last test.
 */
export async function installServer({ isClosed = false } = {}): Promise<Installation> {
  const parent = await mkdtemp(join(tmpdir(), 'livret-process-'))
  const folder = join(parent, 'livret')
  const modules = join(folder, 'node_modules')
  await mkdir(folder)
  if (isClosed) await copyPackages(modules)
  else {
    await chmod(parent, 0o755)
    await symlink(join(root, 'node_modules'), modules)
  }
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: 'src/server/main.ts',
      outDir: join(folder, 'dist/server'),
      copyPublicDir: false,
      target: 'node20',
    },
  })

  const started: ChildProcess[] = []
  const postgresPid = async (): Promise<number | null> => {
    const text = await readFile(
      join(await homeOf(folder), 'postgres/postmaster.pid'),
      'utf8',
    ).catch(() => '')
    return Number(text.split('\n')[0]) || null
  }
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL')
    const pid = await postgresPid()
    if (pid && isRunning(pid)) process.kill(pid, 'SIGQUIT')
    const home = await homeOf(folder)
    if (!home.startsWith(folder)) await rm(home, { recursive: true, force: true })
    await rm(parent, { recursive: true, force: true, maxRetries: 10 })
  })
  const start: Installation['run'] = (words, env = {}) => startProcess(folder, started, words, env)
  return { folder, postgresPid, start: (env) => start([], env), run: start }
}

/** Whether this process runs. One that ended and waits for its parent to look does not. */
export const isRunning = (pid: number): boolean => startOf(pid) !== null

async function homeOf(folder: string): Promise<string> {
  const pointer = await readFile(join(folder, 'data/postgres-location'), 'utf8').catch(() => '')
  return pointer.trim() || join(folder, 'data')
}

interface Needs {
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
}

async function copyPackages(modules: string): Promise<void> {
  const waiting = await needsOf(root)
  const done = new Set<string>()
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    const source = join(root, 'node_modules', name)
    // An optional package of another platform is not there.
    if (done.has(name) || !existsSync(source)) continue
    done.add(name)
    await cp(source, join(modules, name), { recursive: true, verbatimSymlinks: true })
    waiting.push(...(await needsOf(source)))
  }
}

async function needsOf(folder: string): Promise<string[]> {
  const needs = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Needs
  return Object.keys({ ...needs.dependencies, ...needs.optionalDependencies })
}

async function startProcess(
  folder: string,
  started: ChildProcess[],
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<StartedProcess> {
  const child = spawn(process.execPath, ['dist/server/main.js', ...words], {
    cwd: folder,
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
  })
  started.push(child)
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ready = new Promise<string>((resolve) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0]
      if (url) resolve(url)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
  })
  const url = await Promise.race([ready, ended.then(() => null)])
  return {
    url,
    said: () => said,
    ended,
    kill: (signal) => child.kill(signal),
    pid: child.pid,
  }
}
