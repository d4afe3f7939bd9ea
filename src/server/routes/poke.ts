import type { Handler } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { PersonId } from '#domain/identifiers.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { createPokeListener } from '#server/storage/pokeListener.ts'

/** Proxies end a connection that is silent for a minute; in milliseconds. */
const HEARTBEAT = 25_000
/** After so long the browser asks again, and session and memberships are looked at anew; in milliseconds. */
const LIFE = 10 * 60_000

/**
 * `GET /sync/v1/poke`: server-sent events, `event: poke` with the id of a logbook of this person
 * that moved on. Says nothing else: the device then pulls. Ends when the server stops.
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
        const unlisten = pokes.listen((id) => {
          if (own.has(id)) write(`event: poke\ndata: ${id}\n\n`)
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
