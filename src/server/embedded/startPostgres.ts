import { spawn, type ChildProcess } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { PostgresOwner } from './postgresOwner.ts'
import { programEnvironment } from './runProgram.ts'

export interface RunningPostgres {
  /** Resolves once it is gone, whoever ended it. */
  readonly ended: Promise<void>
}

export interface PostgresStart {
  readonly owner: PostgresOwner
  /** Of its maintenance database. */
  readonly url: string
  /** Where what it says goes: `w` begins anew, `a` goes on. */
  readonly log: { readonly path: string; readonly flags: 'w' | 'a' }
}

/** Without a word from it for so long, in milliseconds, it will not come. */
const START_MS = 60_000

/** SQLSTATE `cannot_connect_now`: it starts, or recovers what a kill left behind. */
const STARTING = '57P03'

/** Starts PostgreSQL and waits until it answers; throws with its last words where it does not. */
export async function startPostgres(
  program: string,
  args: readonly string[],
  { owner, url, log: { path, flags } }: PostgresStart,
): Promise<RunningPostgres> {
  const log = await open(path, flags, 0o600)
  const child = spawn(program, args, {
    ...owner,
    cwd: '/',
    env: programEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    // Its own group: Ctrl-C is for us, and the database goes last.
    detached: true,
  })
  await log.close()
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
    child.once('error', () => {
      resolve()
    })
  })
  if (await isReady(url, child)) return { ended }

  child.kill('SIGINT')
  await ended
  const said = await readFile(path, 'utf8').catch(() => '')
  throw new Error(`PostgreSQL n’a pas démarré : ${said.trim().split('\n').slice(-3).join(' ')}`)
}

async function isReady(url: string, child: ChildProcess): Promise<boolean> {
  let deadline = performance.now() + START_MS
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
      return false
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: START_MS })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      // Recovering much takes long, and to interrupt it is to begin anew.
      if ((error as { code?: unknown }).code === STARTING) deadline = performance.now() + START_MS
      await client.end().catch(() => undefined)
      await wait(30)
    }
  }
  return false
}
