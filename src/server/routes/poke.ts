import { setMaxListeners } from 'node:events'
import type { Handler } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import type { PersonId } from '#domain/identifiers.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { createPokeListener } from '#server/storage/pokeListener.ts'
import { stopped } from '#server/unavailable.ts'
import { createOpenPages } from './openPages.ts'

/** Proxies end a connection that is silent for a minute; in milliseconds. */
const HEARTBEAT = 25_000
/** After so long the browser asks again, and session and memberships are looked at anew; in milliseconds. */
const LIFE = 10 * 60_000

/**
 * `GET /sync/v1/poke`: server-sent events, `event: poke` with the id of a logbook of this person
 * that moved on. Says nothing else: the device then pulls. Ends when the server stops.
 *
 * 401 `signed-out` · 429 `too-many-pages` · 503 `stopping` · 503 `busy`: devices that hear nothing
 * pull by the clock.
 */
export function poke(deps: Deps): Handler<Env> {
  const { storage, pokes, now, stopping } = deps
  const listen = createPokeListener(deps)
  const pages = createOpenPages()
  // Each open page listens, and they are many.
  setMaxListeners(0, stopping)

  return async (c) => {
    if (stopping.aborted) return stopped()
    const personId = c.get('session').personId as PersonId
    const page = pages.open(personId)
    if (page instanceof Response) return page
    const { close } = page
    let own: ReadonlySet<string>
    try {
      await listen()
      const day = civilDay(now())
      const readable = await storage.inSnapshot((snapshot) => snapshot.listReadable(personId, day))
      own = new Set(readable.map(({ id }) => id))
    } catch (error) {
      close()
      throw error
    }
    // A proxy that collects the answer would keep the pokes to itself.
    c.header('X-Accel-Buffering', 'no')
    c.header('Cache-Control', 'no-store')

    return streamSSE(c, async (stream) => {
      await new Promise<void>((resolve) => {
        const write = writeInTurn(stream)
        const unlisten = pokes.listen((id) => {
          if (own.has(id)) write(`event: poke\ndata: ${id}\n\n`)
        })
        const heartbeat = setInterval(() => {
          write(COMMENT)
        }, HEARTBEAT)
        const life = setTimeout(end, LIFE)
        stopping.addEventListener('abort', end, { once: true })
        stream.onAbort(end)
        write(COMMENT)

        function end(): void {
          unlisten()
          clearInterval(heartbeat)
          clearTimeout(life)
          stopping.removeEventListener('abort', end)
          close()
          resolve()
        }
      })
    })
  }
}

/** Server-sent events pass over it. */
const COMMENT = ':\n\n'

/**
 * Writes one text after the other. While a page does not read, each text waits once, however often
 * it was to be written: a hundred pokes of one logbook say no more than one.
 */
function writeInTurn(stream: SSEStreamingApi): (text: string) => void {
  const waiting = new Set<string>()
  let isWriting = false
  const writeAll = async (): Promise<void> => {
    isWriting = true
    for (const text of waiting) {
      waiting.delete(text)
      await stream.write(text)
    }
    isWriting = false
  }
  return (text) => {
    waiting.add(text)
    // A page that went away ends by itself.
    if (!isWriting) writeAll().catch(() => undefined)
  }
}
