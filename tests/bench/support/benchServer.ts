import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import type pg from 'pg'
import { openSession } from '#server/access/session.ts'
import type { Deps } from '#server/deps.ts'
import { aServer } from '#tests/server/testServer.ts'
import { couchRoutes } from './couchRoutes.ts'
import { floorRoutes } from './floorRoutes.ts'
import { rxRoutes } from './rxRoutes.ts'

export interface BenchServer {
  readonly url: string
  readonly deps: Deps
  /** Bytes that left since the last call, by the first part of the path. */
  readonly takeBytes: () => Readonly<Record<string, number>>
  readonly cookieOf: (personId: string) => Promise<string>
  readonly close: () => Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
}

/**
 * Our server and, beside it on the same port and database, what the floor and the peers talk to.
 * `pageFolder`: the built page that runs in the browser; `webFolder`: the built app. Each, if it is opened.
 */
export async function startBenchServer(
  pool: pg.Pool,
  pageFolder: string | null,
  webFolder: string | null = null,
): Promise<BenchServer> {
  const { app: own, deps } = await aServer(pool, { now: () => new Date(), webFolder })
  const app = new Hono()
  app.route('/floor', await floorRoutes(pool))
  app.route('/rx', await rxRoutes(pool))
  app.route('/couch', couchRoutes(pool))
  app.get('/bench/:file', async (c) => {
    if (pageFolder === null) return c.notFound()
    const file = c.req.param('file')
    const bytes = await readFile(join(pageFolder, file))
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': types[extname(file)] ?? '' })
  })
  app.all('*', (c) => own.fetch(c.req.raw, c.env as object))

  const bytes: Record<string, number> = {}
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.on('request', (request, response) => {
    const name = request.url?.split('/')[1] ?? ''
    const { socket } = request
    const before = socket.bytesWritten
    response.on('finish', () => {
      bytes[name] = (bytes[name] ?? 0) + socket.bytesWritten - before
    })
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    deps,
    takeBytes: () => {
      const taken = { ...bytes }
      for (const name of Object.keys(bytes)) bytes[name] = 0
      return taken
    },
    cookieOf: (personId) => openSession(pool, { personId, label: 'bench', at: new Date() }),
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
