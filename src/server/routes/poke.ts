import { setMaxListeners } from 'node:events'
import type { Handler } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { PersonId } from '#domain/identifiers.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { newsFor } from '#server/exchange/news.ts'
import type { Poke } from '#server/pokes.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { createPokeListener } from '#server/storage/pokeListener.ts'
import { stopped } from '#server/unavailable.ts'
import { createOpenPages } from './openPages.ts'
import { createPageWriters, type PageText } from './pageWriters.ts'

/** Proxies end a connection that is silent for a minute; in milliseconds. */
const HEARTBEAT = 25_000
/** After so long the browser asks again, and session and memberships are looked at anew; in milliseconds. */
const LIFE = 10 * 60_000

/**
 * `GET /sync/v1/poke`: server-sent events about the logbooks of this person, also of those into which
 * they come meanwhile. `news` (see
 * `newsEventSchema`): what a push changed, as this person may see it. `poke` with the id of a logbook:
 * it moved on, and the device has to pull. Ends when the server stops.
 *
 * 401 `signed-out` · 429 `too-many-pages` · 503 `stopping` · 429 `busy`: devices that hear nothing
 * pull by the clock.
 */
export function poke(deps: Deps): Handler<Env> {
  const { storage, pokes, now, stopping } = deps
  const listen = createPokeListener(deps)
  const pages = createOpenPages()
  const writerOf = createPageWriters()
  // Each open page listens, and they are many.
  setMaxListeners(0, stopping)

  return async (c) => {
    if (stopping.aborted) return stopped()
    const personId = c.get('session').personId as PersonId
    const page = pages.open(personId)
    if (page instanceof Response) return page
    const { close } = page
    let own: Set<string>
    try {
      await listen()
      const day = civilDay(now())
      const readable = await storage.inSnapshot((snapshot) => snapshot.listReadable(personId, day))
      own = new Set([personId, ...readable.map(({ id }) => id)])
    } catch (error) {
      close()
      throw error
    }
    // A proxy that collects the answer would keep the pokes to itself.
    c.header('X-Accel-Buffering', 'no')
    c.header('Cache-Control', 'no-store')

    return streamSSE(c, async (stream) => {
      await new Promise<void>((resolve) => {
        const writer = writerOf(stream)
        const hear = (poke: Poke): void => {
          if (!own.has(poke.logbookId)) {
            own.add(poke.logbookId)
            unlisten()
            unlisten = pokes.listen(own, hear)
          }
          writer.write(eventOf(poke, personId))
        }
        let unlisten = pokes.listen(own, hear)
        const heartbeat = setInterval(() => {
          writer.write(COMMENT)
        }, HEARTBEAT)
        const life = setTimeout(end, LIFE)
        stopping.addEventListener('abort', end, { once: true })
        stream.onAbort(end)
        writer.write(COMMENT)

        function end(): void {
          unlisten()
          clearInterval(heartbeat)
          clearTimeout(life)
          stopping.removeEventListener('abort', end)
          writer.close()
          close()
          resolve()
        }
      })
    })
  }
}

/** Server-sent events pass over it. */
const COMMENT: PageText = { about: 'nothing', text: ':\n\n', short: ':\n\n' }

/** Longest news that travel by themselves, in UTF-16 code units; longer ones are pulled. */
const NEWS_MAX = 100_000

function eventOf({ logbookId, news }: Poke, personId: PersonId): PageText {
  const short = `event: poke\ndata: ${logbookId}\n\n`
  const json = news && JSON.stringify(newsFor(news, personId))
  const isNews = json && json !== 'null' && json.length <= NEWS_MAX
  return { about: logbookId, text: isNews ? `event: news\ndata: ${json}\n\n` : short, short }
}
