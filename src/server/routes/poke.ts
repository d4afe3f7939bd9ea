import type { Handler } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { PersonId } from '#domain/identifiers.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { newsFor } from '#server/exchange/news.ts'
import type { Poke } from '#server/pokes.ts'
import { problem } from '#server/problem.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { createPokeListener } from '#server/storage/pokeListener.ts'

/** Proxies end a connection that is silent for a minute; in milliseconds. */
const HEARTBEAT = 25_000
/** After so long the browser asks again, and session and memberships are looked at anew; in milliseconds. */
const LIFE = 10 * 60_000

/**
 * `GET /sync/v1/poke`: server-sent events about the logbooks of this person. `news` (see
 * `newsEventSchema`): what a push changed, as this person may see it. `poke` with the id of a logbook:
 * it moved on, and the device has to pull. Ends when the server stops.
 *
 * 401 `signed-out` · 503 `stopping`.
 */
export function poke(deps: Deps): Handler<Env> {
  const { storage, pokes, now, stopping } = deps
  const listen = createPokeListener(deps)

  return async (c) => {
    if (stopping.aborted) return problem(503, 'stopping', 'Livret est en train de s’arrêter.')
    await listen()
    const personId = c.get('session').personId as PersonId
    const day = civilDay(now())
    const readable = await storage.inSnapshot((snapshot) => snapshot.listReadable(personId, day))
    const own = new Set<string>(readable.map(({ id }) => id))
    // A proxy that collects the answer would keep the pokes to itself.
    c.header('X-Accel-Buffering', 'no')
    c.header('Cache-Control', 'no-store')

    return streamSSE(c, async (stream) => {
      const write = (text: string): void => {
        stream.write(text).catch(() => undefined)
      }
      await new Promise<void>((resolve) => {
        const unlisten = pokes.listen((poke) => {
          if (own.has(poke.logbookId)) write(eventOf(poke, personId))
        })
        const heartbeat = setInterval(() => {
          write(':\n\n')
        }, HEARTBEAT)
        const life = setTimeout(end, LIFE)
        stopping.addEventListener('abort', end, { once: true })
        stream.onAbort(end)
        write(':\n\n')

        function end(): void {
          unlisten()
          clearInterval(heartbeat)
          clearTimeout(life)
          stopping.removeEventListener('abort', end)
          resolve()
        }
      })
    })
  }
}

/** Longest news that travel by themselves, in UTF-16 code units; longer ones are pulled. */
const NEWS_MAX = 100_000

function eventOf({ logbookId, news }: Poke, personId: PersonId): string {
  const text = news && JSON.stringify(newsFor(news, personId))
  return text && text !== 'null' && text.length <= NEWS_MAX
    ? `event: news\ndata: ${text}\n\n`
    : `event: poke\ndata: ${logbookId}\n\n`
}
