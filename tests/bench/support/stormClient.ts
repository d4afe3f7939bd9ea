import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { PROTOCOL } from '#protocol/conversation.ts'
import type { Result } from '#protocol/sync.ts'
import { httpTransport } from '#sync/transport.ts'
import type { StormDevice } from './stormSchool.ts'

/** What the devices of a storm saw. */
export interface Seen {
  /** Answers by status; 0: none. */
  readonly statuses: Map<number, number>
  /** Of each request, in ms. */
  readonly answers: number[]
  /** From the moment a device found the network until its last operation had a verdict, in ms. */
  readonly settled: number[]
  /** What the server asked to wait, in s. */
  readonly asked: number[]
  readonly results: Map<string, Result>
}

/** Answers that are lost on the way, so that the same is sent once more: one in so many. */
const LOST = 20
/** As the engine waits, in ms. */
const BACKOFF_FIRST = 1_000
const BACKOFF_MAX = 300_000

/**
 * One device that finds the network again: it listens, sends what waits until each operation has its
 * verdict, and pulls. It waits as long as it is asked to, and longer by lot.
 */
export async function comeBack(url: string, own: StormDevice, seen: Seen): Promise<void> {
  const start = performance.now()
  listen(url, own)
  const transport = httpTransport(fetchOf(url, own, seen))
  const { signal } = new AbortController()
  const { logbookId, firstN, operations } = own
  const body = {
    ...{ app: 'bench', deviceId: own.device.id, logbookId },
    pending: operations.length,
    operations: operations.map((operation, index) => ({ n: firstN + index, operation })),
  } as const
  const results = await untilDone(seen, () =>
    transport.push({ protocol: PROTOCOL, ...body }, signal),
  )
  for (const result of results.results) seen.results.set(result.id, result)
  seen.settled.push(performance.now() - start)
  const question = {
    ...{ app: 'bench', deviceId: own.device.id },
    ...{ check: true, books: {} },
  } as const
  await untilDone(seen, () =>
    transport.pull({ protocol: PROTOCOL, ...question }, signal, () => Promise.resolve()),
  )
}

async function untilDone<Body>(
  seen: Seen,
  ask: () => Promise<
    | { readonly kind: 'ok'; readonly body: Body }
    | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
    | { readonly kind: 'offline' | 'signed-out' | 'refused' }
  >,
): Promise<Body> {
  for (let failures = 1; ; failures += 1) {
    const answer = await ask()
    if (answer.kind === 'ok') return answer.body
    if (answer.kind !== 'busy' && answer.kind !== 'offline') throw new Error(JSON.stringify(answer))
    const asked = answer.kind === 'busy' ? answer.retryAfterSeconds : 0
    if (answer.kind === 'busy') seen.asked.push(asked)
    const lot = Math.random() * Math.min(BACKOFF_MAX, BACKOFF_FIRST * 2 ** failures)
    await wait(Math.max(asked * 1_000, 500, lot))
  }
}

const fetchOf =
  (url: string, { cookie }: StormDevice, seen: Seen): typeof fetch =>
  async (path, init) => {
    const begun = performance.now()
    const headers = new Headers(init?.headers)
    headers.set('Cookie', cookie)
    headers.set('Sec-Fetch-Site', 'same-origin')
    const count = (status: number) =>
      seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1)
    try {
      const response = await fetch(new URL(path as string, url), { ...init, headers })
      count(response.status)
      if (Math.random() < 1 / LOST) throw new Error('the answer is lost')
      return response
    } catch (error) {
      count(0)
      throw error
    } finally {
      seen.answers.push(performance.now() - begun)
    }
  }

/** The open page of a device, on a connection of its own; nobody reads what it says. */
function listen(url: string, { cookie }: StormDevice): void {
  const options = { headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' }, agent: false }
  const asked = request(`${url}/sync/v1/poke`, options, (response) => {
    response.on('error', () => undefined)
    response.resume()
  })
  asked.on('error', () => undefined)
  asked.end()
}
