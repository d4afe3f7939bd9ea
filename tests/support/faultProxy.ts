import {
  createServer,
  request as sendRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** What happens to one request on its way, or to its answer. Times in ms. */
export type NetworkFault =
  | { readonly kind: 'none' }
  /** The connection breaks before anything arrived. */
  | { readonly kind: 'lost-request' }
  /** Half of the body arrives, then the connection breaks. */
  | { readonly kind: 'cut-request' }
  /** It arrives and is carried out; the connection breaks before a byte of the answer is back. */
  | { readonly kind: 'lost-answer' }
  /** Half of the answer comes back, then the connection breaks. */
  | { readonly kind: 'cut-answer' }
  /** Half of the answer comes back as if it were all: a proxy that closed politely. */
  | { readonly kind: 'short-answer' }
  /** Half of the answer comes back, then nothing more, and the connection stays. */
  | { readonly kind: 'stalled-answer' }
  /** The answer comes a little at a time. */
  | { readonly kind: 'slow-answer'; readonly bytesPerSecond: number }
  /** It arrives two times, one after the other or at the same moment; the second answer counts. */
  | { readonly kind: 'twice'; readonly atOnce: boolean }
  /** It is answered, and arrives once more after a while; that answer reaches nobody. */
  | { readonly kind: 'again-later'; readonly after: number }
  | { readonly kind: 'late'; readonly by: number }
  /** It waits until the next request was answered, or until `atMost` has passed. */
  | { readonly kind: 'overtaken'; readonly atMost: number }
  /** It never arrives: a hotel answers 200 with a page of its own. */
  | { readonly kind: 'captive-portal' }
  /** It never arrives: a gateway answers with a page of its own. */
  | { readonly kind: 'bad-gateway'; readonly status: 502 | 503 | 504 }

export const noFault: NetworkFault = { kind: 'none' }

/** A request as the proxy sees it, before it goes anywhere. */
export interface PassingRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  /** The how-manieth to pass, from 1. */
  readonly number: number
}

/** Decides what happens to a request. Whoever wants chance brings a seed. */
export type FaultPlan = (request: PassingRequest) => NetworkFault

export interface FaultProxy {
  /** `http://127.0.0.1:…`, to use in place of the server’s own address. */
  readonly url: string
  /** What happens from now on. */
  readonly setPlan: (plan: FaultPlan) => void
  /** Takes the network away, open connections included, or gives it back. */
  readonly setOnline: (isOnline: boolean) => void
  /** What passed so far, and what happened to it. */
  readonly passed: () => readonly (PassingRequest & { readonly fault: NetworkFault['kind'] })[]
  /** Resolves once nothing is under way any more, what comes again later included. Events do not count. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface FaultProxyOptions {
  /** Address of the server: `http://127.0.0.1:4173`. */
  readonly target: string
  readonly plan?: FaultPlan
  /** Its own port; a free one unless told. */
  readonly port?: number
}

/**
 * A proxy in front of a real server, through which a browser or a test reaches it over a network
 * that fails as told, request by request. Server-sent events pass as they come. The server sees the
 * name under which the proxy was called, so that what is our own origin stays it.
 */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const target = new URL(options.target)
  let plan = options.plan ?? (() => noFault)
  let isOnline = true
  const passed: (PassingRequest & { fault: NetworkFault['kind'] })[] = []
  const underWay = new Set<Promise<void>>()
  /** Those that wait to be overtaken. */
  const waiting = new Set<() => void>()

  const forward = (taken: Taken): Promise<IncomingMessage> => sendOn(target, taken, taken.body)

  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = 'GET', url: path = '/' } = incoming
    const request = { method, path, number: passed.length + 1 }
    const fault = plan(request)
    passed.push({ ...request, fault: fault.kind })
    const taken = { method, path, headers: incoming.rawHeaders, body: await readAll(incoming) }
    const breakOff = (): void => {
      outgoing.socket?.resetAndDestroy()
    }

    switch (fault.kind) {
      case 'lost-request':
        breakOff()
        return
      case 'cut-request':
        await cutRequest(target, taken)
        breakOff()
        return
      case 'lost-answer':
        await readAll(await forward(taken))
        breakOff()
        return
      case 'cut-answer':
      case 'short-answer':
      case 'stalled-answer': {
        const answer = await forward(taken)
        const body = await readAll(answer)
        writeHead(outgoing, answer)
        const half = body.subarray(0, Math.floor(body.length / 2))
        if (fault.kind === 'short-answer') outgoing.end(half)
        else outgoing.write(half)
        if (fault.kind === 'cut-answer') setTimeout(breakOff, 20)
        return
      }
      case 'slow-answer': {
        const answer = await forward(taken)
        const body = await readAll(answer)
        writeHead(outgoing, answer)
        const step = Math.max(1, Math.floor(fault.bytesPerSecond / 20))
        for (let at = 0; at < body.length && outgoing.writable; at += step) {
          outgoing.write(body.subarray(at, at + step))
          await wait(50)
        }
        outgoing.end()
        return
      }
      case 'twice': {
        const first = forward(taken).then(readAll)
        if (!fault.atOnce) await first
        const second = await forward(taken)
        await first
        await giveBack(outgoing, second)
        return
      }
      case 'again-later': {
        await giveBack(outgoing, await forward(taken))
        await wait(fault.after)
        await forward(taken).then(readAll)
        return
      }
      case 'late':
        await wait(fault.by)
        await giveBack(outgoing, await forward(taken))
        return
      case 'overtaken': {
        const overtaken = new Promise<void>((resolve) => waiting.add(resolve))
        await Promise.race([overtaken, wait(fault.atMost, undefined, { ref: false })])
        await giveBack(outgoing, await forward(taken))
        return
      }
      case 'captive-portal':
        outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end(PORTAL)
        return
      case 'bad-gateway':
        outgoing.writeHead(fault.status, { 'Content-Type': 'text/html' }).end(GATEWAY)
        return
      case 'none':
        await giveBack(outgoing, await forward(taken))
    }
  }
  const passAndOvertake = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const before = [...waiting]
    // A server that is gone is for the one who asks a connection that broke.
    await pass(incoming, outgoing).catch(() => outgoing.socket?.resetAndDestroy())
    for (const overtake of before) {
      overtake()
      waiting.delete(overtake)
    }
  }

  const server = createServer((incoming, outgoing) => {
    outgoing.on('error', () => undefined)
    if (!isOnline) {
      outgoing.socket?.resetAndDestroy()
      return
    }
    const done = passAndOvertake(incoming, outgoing).then(() => {
      underWay.delete(done)
    })
    underWay.add(done)
  })
  server.on('connection', (socket) => {
    if (!isOnline) socket.resetAndDestroy()
  })
  await new Promise<void>((resolve) => {
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    setPlan: (next) => {
      plan = next
    },
    setOnline: (next) => {
      isOnline = next
      if (!next) server.closeAllConnections()
    },
    passed: () => passed,
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

/** A request as it came, whole. */
interface Taken {
  readonly method: string
  readonly path: string
  /** Names and values in turn. */
  readonly headers: readonly string[]
  readonly body: Buffer
}

const PORTAL = '<!doctype html><title>Wi-Fi</title><p>Bienvenue. Acceptez les conditions.</p>'
const GATEWAY = '<!doctype html><title>502</title><p>Bad gateway</p>'

/** Said by one connection about itself: they do not pass. */
const OWN = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'content-length'])

const passOn = (raw: readonly string[]): string[] =>
  raw.flatMap((name, at) =>
    at % 2 === 0 && !OWN.has(name.toLowerCase()) ? [name, raw[at + 1] ?? ''] : [],
  )

function sendOn(target: URL, taken: Taken, body: Buffer): Promise<IncomingMessage> {
  const { hostname, port } = target
  const { method, path } = taken
  const headers = passOn(taken.headers)
  if (taken.body.length > 0) headers.push('Content-Length', String(taken.body.length))
  return new Promise((resolve, reject) => {
    const onward = sendRequest({ hostname, port, method, path, headers, agent: false }, resolve)
    onward.on('error', reject)
    if (body.length === taken.body.length) onward.end(body)
    else {
      onward.write(body)
      setTimeout(() => onward.destroy(), 20)
    }
  })
}

const cutRequest = (target: URL, taken: Taken): Promise<unknown> =>
  sendOn(target, taken, taken.body.subarray(0, Math.floor(taken.body.length / 2))).catch(
    () => undefined,
  )

function writeHead(outgoing: ServerResponse, { statusCode = 502, rawHeaders }: IncomingMessage) {
  outgoing.writeHead(statusCode, passOn(rawHeaders))
  outgoing.flushHeaders()
}

/** Hands an answer on as it comes; resolves once it is over, for events once it has begun. */
async function giveBack(outgoing: ServerResponse, answer: IncomingMessage): Promise<void> {
  writeHead(outgoing, answer)
  // Whoever went away wants no more of it.
  outgoing.on('close', () => answer.destroy())
  const pump = async (): Promise<void> => {
    try {
      for await (const chunk of answer as AsyncIterable<Buffer>) outgoing.write(chunk)
      outgoing.end()
    } catch {
      outgoing.socket?.resetAndDestroy()
    }
  }
  const pumping = pump()
  if (answer.headers['content-type']?.startsWith('text/event-stream') !== true) await pumping
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
