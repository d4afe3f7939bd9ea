import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Configuration } from './configuration.ts'
import { problem } from './problem.ts'

/** Why there is nothing to start; the message is a sentence for whoever starts it. */
export class StartRefused extends Error {}

/** What one connection may cost. A device on two kilobytes a second keeps within all of it. */
export interface ConnectionLimits {
  /** Longest time until the head of a request is there, in ms. */
  readonly head: number
  /** Longest time until all of a request is there, in ms. */
  readonly request: number
  /** Longest silence while a request comes or its answer is not read, in ms. */
  readonly silence: number
  /** Connections at once; one more is closed at once. */
  readonly connections: number
  /** How often the first two are looked at, in ms. */
  readonly look: number
}

const LIMITS: ConnectionLimits = {
  head: 20_000,
  request: 300_000,
  silence: 60_000,
  connections: 12_000,
  look: 5_000,
}

/** Connections that the system keeps until we take them: a whole centre comes back at once. */
const BACKLOG = 4_096

/** How long requests in progress may take once the server stops, in milliseconds. */
export const DRAIN_MS = 3_000

/** Serves `fetch`. Throws `StartRefused` where the port is taken. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { port, host }: Pick<Configuration, 'port' | 'host'>,
  limits: ConnectionLimits = LIMITS,
): Promise<Server> {
  const answer = getRequestListener(fetch, {
    errorHandler: (error) =>
      // What is no request at all: a host of nobody, an address that is none.
      error instanceof RequestError
        ? problem(400, 'not-a-request', 'Cette demande n’est pas lisible.')
        : problem(500, 'failed', 'Livret n’a pas réussi. Réessayez dans un moment.'),
  })
  const server = createServer(
    {
      headersTimeout: limits.head,
      requestTimeout: limits.request,
      connectionsCheckingInterval: limits.look,
    },
    (request, response) => void answer(request, response),
  )
  // Pokes say something every 25 s, and whoever reads an answer reads some of it.
  server.timeout = limits.silence
  server.maxConnections = limits.connections
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new StartRefused(`Le port ${port} est déjà pris. Choisissez-en un autre : PORT=4174`)
          : error,
      )
    })
    server.listen({ port, host, backlog: BACKLOG }, resolve)
  })
  return server
}

/** Finishes what is being answered, then ends all connections. */
export async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  // A connection becomes idle when its last answer is out.
  const sweep = setInterval(() => {
    server.closeIdleConnections()
  }, 50)
  await Promise.race([closed, wait(DRAIN_MS, undefined, { ref: false })])
  clearInterval(sweep)
  server.closeAllConnections()
}

/** `http://…`, to open in a browser on this machine. */
export function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  const isEverywhere = host === '0.0.0.0' || host === '::'
  return `http://${isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}
