import pg from 'pg'
import type { Deps } from '#server/deps.ts'

/** Channel of PostgreSQL on which each committed push names its logbook. */
export const POKE_CHANNEL = 'livret_poke'

/** How long to wait before listening again once the connection broke, in milliseconds. */
const AGAIN_AFTER = 1_000

/**
 * Hands on what other processes (and this one) committed to `deps.pokes`, on a connection of its
 * own, until the server stops. A broken connection is opened again; what was missed meanwhile is
 * found by the devices’ next ordinary pull. Listens from the first call on; later calls only wait.
 */
export function createPokeListener({
  pool,
  pokes,
  origin,
  stopping,
  log,
}: Pick<Deps, 'pool' | 'pokes' | 'origin' | 'stopping' | 'log'>): () => Promise<void> {
  let listening: Promise<void> | null = null

  const connect = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: pool.options.connectionString,
      application_name: 'livret-poke',
      keepAlive: true,
    })
    const end = (): void => {
      client.end().catch(() => undefined)
    }
    client.on('error', (error) => {
      log({ event: 'poke-connection-lost' }, error)
      end()
    })
    client.on('notification', ({ channel, payload }) => {
      const [logbookId, from] = payload?.split(' ') ?? []
      // What this process committed it has told its pages already.
      if (channel !== POKE_CHANNEL || !logbookId || from === origin) return
      pokes.poke({ logbookId, news: null })
    })
    await client.connect()
    stopping.addEventListener('abort', end, { once: true })
    client.on('end', () => {
      stopping.removeEventListener('abort', end)
      later()
    })
    await client.query(`listen ${POKE_CHANNEL}`)
    if (stopping.aborted) end()
  }

  const later = (): void => {
    if (stopping.aborted) return
    setTimeout(() => {
      if (stopping.aborted) return
      connect().catch((error: unknown) => {
        log({ event: 'poke-connection-refused' }, error)
        later()
      })
    }, AGAIN_AFTER).unref()
  }

  return () => {
    listening ??= connect().catch((error: unknown) => {
      log({ event: 'poke-connection-refused' }, error)
      later()
    })
    return listening
  }
}
