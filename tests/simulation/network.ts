import { FILE_LENGTH_HEADER, PROTOCOL_HEADER } from '#protocol/conversation.ts'
import type { Random } from './random.ts'
import type { Fault } from './scenario.ts'
import { problem, type Reply, type Sent } from './reply.ts'
import type { Asker, SimulatedServer } from './simulatedServer.ts'

/** Where a request comes from: a tab, which may die or be put to sleep meanwhile. */
export interface Caller {
  readonly asker: Asker
  readonly isOnline: () => boolean
  /** The next thing that goes wrong. */
  readonly nextFault: () => Fault
  /** Does `work` in the tab after `ms`; never, when it has died by then. */
  readonly after: (ms: number, work: () => void) => void
}

export interface NetworkOptions {
  readonly server: SimulatedServer
  readonly random: Random
  /** Does `work` after `ms`, whoever has died by then. */
  readonly after: (ms: number, work: () => void) => void
  /** Told of each fault that was met. */
  readonly onFault: (fault: Fault) => void
}

/** Requests that were on their way when the server stopped get no answer. */
export interface Network {
  readonly fetchFor: (caller: Caller) => typeof fetch
  readonly breakAll: () => void
  /** Whether nothing that was sent once is still to arrive a second time. */
  readonly isQuiet: () => boolean
}

type Outcome = { readonly reply: Reply; readonly ours: boolean } | 'broken'

/** Milliseconds for a request, one way. */
const LATENCY = 150
/** How long a late answer takes at most: it still comes before the device gives up. */
const LATE = 55_000
/** When what was sent once arrives again, at most. */
const AGAIN = 400_000

const page: Reply = { status: 200, type: 'text/html', lines: ['<html>Bienvenue</html>'] }

/** Between devices and server: everything of HTTP that can go wrong, in virtual time. */
export function createNetwork({ server, random, after, onFault }: NetworkOptions): Network {
  let breaks = 0
  let duplicates = 0

  const reach = async (sent: Sent, asker: Asker): Promise<Outcome> => {
    try {
      return { reply: await server.answer(sent, asker), ours: true }
    } catch {
      return { reply: problem(500, 'error'), ours: true }
    }
  }

  /** What a request that meets `fault` comes to. */
  const meet = async (fault: Fault, sent: Sent, asker: Asker) => {
    const ask = () => reach(sent, asker)
    const ours = (reply: Reply): Outcome => ({ reply, ours: true })
    switch (fault) {
      case 'lost':
        return 'broken'
      case 'lost-answer':
        await ask()
        return 'broken'
      case 'half-sent':
        await reach({ ...sent, body: null, isCutOff: true }, asker)
        return 'broken'
      case 'flipped':
        // Where bytes are not checked on their way: a text would be no JSON any more.
        return sent.body instanceof ArrayBuffer
          ? reach({ ...sent, body: flipped(sent.body, random) }, asker)
          : ask()
      case 'twice':
        await ask()
        return ask()
      case 'again':
        duplicates += 1
        after(random.below(AGAIN), () => {
          duplicates -= 1
          void ask()
        })
        return ask()
      case 'error-before':
        return ours(problem(500, 'error'))
      case 'error-after':
        await ask()
        return ours(problem(500, 'error'))
      case 'gateway':
        return { reply: { ...page, status: 502 }, ours: false }
      case 'portal':
        return { reply: page, ours: false }
      case 'garbled':
        await ask()
        return ours({ ...page, lines: ['{"results":[', ''] })
      case 'signed-out':
        return ours(problem(401, 'signed-out'))
      case 'forbidden':
        return ours(problem(403, 'forbidden'))
      case 'unknown-device':
        return ours(problem(403, 'unknown-device'))
      case 'too-large':
        return ours(problem(413, 'too-large'))
      case 'too-many':
        return ours(problem(429, 'too-many'))
      case 'unavailable':
        return ours(problem(503, 'unavailable'))
      default:
        return ask()
    }
  }

  return {
    breakAll: () => {
      breaks += 1
    },
    isQuiet: () => duplicates === 0,
    fetchFor: (caller) => (input, init) =>
      new Promise((resolve, reject) => {
        const began = breaks
        const isBroken = () => breaks !== began || !caller.isOnline()
        const fail = () => {
          reject(new TypeError('Failed to fetch'))
        }
        init?.signal?.addEventListener('abort', fail)
        const way = random.below(LATENCY)
        if (init?.signal?.aborted || isBroken()) {
          caller.after(way, fail)
          return
        }
        const fault = caller.nextFault()
        onFault(fault)
        if (fault === 'stall') return
        after(way, () => {
          // As text, so that nobody changes it on the way.
          const bytes = init?.body
          const body: unknown = typeof bytes === 'string' ? JSON.parse(bytes) : bytes
          const length = new Headers(init?.headers).get(FILE_LENGTH_HEADER)
          const path = input as string
          const sent = { method: init?.method ?? 'GET', path, body, length, isCutOff: false }
          void meet(fault, sent, caller.asker).then((outcome) => {
            caller.after(random.below(fault === 'late' ? LATE : LATENCY), () => {
              if (outcome === 'broken' || isBroken()) fail()
              else resolve(responseOf(outcome, { fault, caller, random, isBroken }))
            })
          })
        })
      }),
  }
}

interface Way {
  readonly fault: Fault
  readonly caller: Caller
  readonly random: Random
  readonly isBroken: () => boolean
}

/** The answer as it arrives, piece by piece. */
function responseOf(
  { reply, ours }: Exclude<Outcome, 'broken'>,
  { fault, caller, random, isBroken }: Way,
): Response {
  const headers = new Headers({ 'Content-Type': reply.type })
  if (ours) headers.set(PROTOCOL_HEADER, '1')
  if (reply.status === 429) headers.set('Retry-After', '20')
  if (reply.status === 503) headers.set('Retry-After', '90')
  const { status } = reply
  const encoder = new TextEncoder()
  const pieces = reply.lines.map((line) => `${line}\n`)
  if (fault === 'cut') cutAfter(pieces, random)
  if (pieces.length === 1 && fault !== 'cut') {
    return new Response(pieces[0] ?? '', { status, headers })
  }
  let isWanted = true
  const stream = new ReadableStream<Uint8Array>({
    cancel: () => {
      isWanted = false
    },
    start: (controller) => {
      const send = (index: number) => {
        const piece = pieces[index]
        if (!isWanted) return
        if (isBroken()) controller.error(new TypeError('network changed'))
        else if (piece !== undefined) {
          controller.enqueue(encoder.encode(piece))
          caller.after(random.below(LATENCY), () => {
            send(index + 1)
          })
        } else if (fault === 'cut') controller.error(new TypeError('network changed'))
        else controller.close()
      }
      send(0)
    },
  })
  return new Response(stream, { status, headers })
}

/** Leaves some of the pieces, and half of the last one. */
function cutAfter(pieces: string[], random: Random): void {
  pieces.length = 1 + random.below(pieces.length)
  const last = pieces.pop() ?? ''
  pieces.push(last.slice(0, random.below(last.length)))
}

/** The bytes with one of them changed. */
function flipped(body: ArrayBuffer, random: Random): ArrayBuffer {
  const bytes = new Uint8Array(body.slice(0))
  const at = random.below(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes.buffer
}
