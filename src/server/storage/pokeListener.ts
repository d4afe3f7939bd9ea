import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Deps } from '#server/deps.ts'
import type { Database } from './database.ts'

/**
 * Channel of PostgreSQL on which each committed push names its logbook: `logbook`, then the process
 * that has told its own pages already, then a person who came into it, where there are such.
 */
export const POKE_CHANNEL = 'livret_poke'

/** Tells the other processes, once this commits, that people came into a logbook or left it. */
export async function announceMembers(
  tx: Database,
  origin: string,
  logbookId: LogbookId,
  newcomers: readonly PersonId[],
): Promise<void> {
  const ends = newcomers.length > 0 ? newcomers.map((each) => ` ${each}`) : ['']
  await tx.query(`select pg_notify('${POKE_CHANNEL}', word) from unnest($1::text[]) as word`, [
    ends.map((end) => `${logbookId} ${origin}${end}`),
  ])
}

/** How long to wait before listening again once the connection broke, in milliseconds. */
const AGAIN_AFTER = 1_000

/** How long the database may take to let us in, in milliseconds. */
const CONNECT_MAX = 10_000

/**
 * Hands on what other processes committed to `deps.pokes`, on a connection of its own, until the
 * server stops. A broken connection is opened again; what was missed meanwhile is
 * found by the devices’ next ordinary pull. Listens from the first call on, and resolves once the
 * first try has stood or failed; later calls only wait for that.
 */
export function createPokeListener({
  pool,
  pokes,
  origin,
  stopping,
  log,
}: Pick<Deps, 'pool' | 'pokes' | 'origin' | 'stopping' | 'log'>): () => Promise<void> {
  let first: Promise<void> | null = null

  /** One connection, from its beginning to its end. */
  const listenOnce = async (onStanding: () => void): Promise<void> => {
    const client = new pg.Client({
      connectionString: pool.options.connectionString,
      application_name: 'livret-poke',
      connectionTimeoutMillis: CONNECT_MAX,
      keepAlive: true,
      keepAliveInitialDelayMillis: 30_000,
    })
    const ended = new Promise<void>((resolve) => client.once('end', resolve))
    const end = (): void => {
      client.end().catch(() => undefined)
    }
    client.on('error', (error) => {
      log({ event: 'poke-connection-lost' }, error)
      end()
    })
    client.on('notification', ({ channel, payload }) => {
      const [logbookId, from, newcomer] = payload?.split(' ') ?? []
      // What this process committed it has told its pages already.
      if (channel !== POKE_CHANNEL || !logbookId || from === origin) return
      const newcomers = newcomer ? [newcomer as PersonId] : []
      pokes.poke({ logbookId, news: null, newcomers })
    })
    stopping.addEventListener('abort', end, { once: true })
    try {
      await client.connect()
      await client.query(`listen ${POKE_CHANNEL}`)
      onStanding()
      if (stopping.aborted) end()
      await ended
    } finally {
      stopping.removeEventListener('abort', end)
      end()
    }
  }

  const listen = async (onTried: () => void): Promise<void> => {
    while (!stopping.aborted) {
      await listenOnce(onTried).catch((error: unknown) => {
        log({ event: 'poke-connection-refused' }, error)
      })
      onTried()
      await wait(AGAIN_AFTER, undefined, { ref: false })
    }
  }

  return () =>
    (first ??= new Promise((resolve) => {
      void listen(resolve)
    }))
}
