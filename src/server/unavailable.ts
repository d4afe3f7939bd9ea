import { randomInt } from 'node:crypto'
import type { Log } from './deps.ts'
import { createCrowd } from './crowd.ts'
import { problem } from './problem.ts'
import type { Outage } from './storage/outage.ts'

/** What a person reads, and between how many seconds a device is asked to wait. */
const answers: Readonly<
  Record<Outage, { status: 429 | 503; message: string; from: number; to: number }>
> = {
  // Nothing is broken: too many ask at once.
  busy: {
    status: 429,
    message: 'Livret a trop à faire. Réessayez dans un moment.',
    from: 2,
    to: 15,
  },
  'no-room': {
    status: 503,
    message: 'Le serveur n’a plus de place. Réessayez plus tard.',
    from: 30,
    to: 90,
  },
  'no-database': {
    status: 503,
    message: 'La base de données ne répond pas. Réessayez dans un moment.',
    from: 5,
    to: 20,
  },
}

/**
 * 429 `busy`, 503 `no-room` or `no-database`, with `Retry-After`. Nothing that was sent is lost: its
 * sender has it until there is an answer to it. The wait is drawn by lot, so that those who were
 * turned away together do not come back together, and is longer the more they are.
 */
export function unavailable(outage: Outage): Response {
  const { status, message, from, to } = answers[outage]
  const last = outage === 'busy' ? Math.max(to, crowd.add()) : to
  const headers = { 'Retry-After': String(randomInt(from, last + 1)) }
  return problem(status, outage, message, { headers })
}

const crowd = createCrowd()

/** 503 `stopping`: whoever asks again finds the next server. */
export const stopped = (): Response =>
  problem(503, 'stopping', 'Livret est en train de s’arrêter.', { headers: { 'Retry-After': '5' } })

/** Least time between two lines about the same outage, in milliseconds. */
const SAY_EVERY = 10_000

/** Logs an outage with the number of requests it met since the last line: thousands meet the same. */
export function createOutageLog(log: Log): (outage: Outage, error: unknown) => void {
  const since = new Map<Outage, { at: number; requests: number }>()
  return (outage, error) => {
    const last = since.get(outage) ?? { at: -Infinity, requests: 0 }
    last.requests += 1
    since.set(outage, last)
    if (performance.now() - last.at < SAY_EVERY) return
    log({ event: 'unavailable', outage, requests: last.requests }, error)
    since.set(outage, { at: performance.now(), requests: 0 })
  }
}
