import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { startCluster } from '#server/embedded/startCluster.ts'
import { openPool } from '#server/storage/database.ts'
import { migrate } from '#server/storage/migrate.ts'
import type { TestDatabase } from '#tests/support/postgres.ts'

export interface KillableDatabase extends TestDatabase {
  /** Ends PostgreSQL without a word, or one of its processes, after which it ends all others; resolves once it answers again. */
  readonly kill: (what: 'all' | 'one') => Promise<void>
}

/**
 * A PostgreSQL of its own, with an empty database, that keeps what it confirmed: it may be killed.
 * Whoever started it starts it again, as systemd would. Gone after the file’s last test.
 */
export async function startKillableDatabase(): Promise<KillableDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'livret-killed-'))
  // As root, PostgreSQL runs under another account, which must get through.
  await chmod(folder, 0o711)
  const cluster = await startCluster({ folder, durable: true, say: () => undefined })
  const url = cluster.url('postgres')
  const pool = openPool(url, { size: 5, onError: () => undefined })
  await migrate(pool)
  afterAll(async () => {
    await pool.end()
    await cluster.stop()
    await cluster.remove()
    await rm(folder, { recursive: true, force: true })
  })

  const pidOf = async (): Promise<number> =>
    Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
  /** Any process that serves a connection, but for the one that is asked. */
  const backendOf = async (): Promise<number> => {
    const { rows } = await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid() order by random() limit 1`,
    )
    return rows[0]?.pid ?? pidOf()
  }
  const answers = () =>
    pool.query('select').then(
      () => true,
      () => false,
    )
  return {
    pool,
    url,
    kill: async (what) => {
      while (!isKilled(what === 'all' ? await pidOf() : await backendOf())) await wait(5)
      for (let tries = 0; tries < 50 && (await answers()); tries += 1) await wait(5)
      for (let tries = 0; tries < 600 && !(await answers()); tries += 1) await wait(50)
    },
  }
}

/** Kills a process; `false`: it had ended by itself since it was found. */
function isKilled(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}
