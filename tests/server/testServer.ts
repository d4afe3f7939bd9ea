import type { Hono } from 'hono'
import type pg from 'pg'
import { createApp } from '#server/app.ts'
import { createRateLimit } from '#server/access/rateLimit.ts'
import { loadServerKey } from '#server/access/serverKey.ts'
import { readConfiguration, type Configuration } from '#server/configuration.ts'
import type { Deps, LogEvent } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { createFileStore } from '#server/documents/fileStore.ts'
import { noMail } from '#server/mail/noMail.ts'
import { newId } from '#server/newId.ts'
import { createPokes } from '#server/pokes.ts'
import { createPostgresStorage } from '#server/storage/postgresStorage.ts'

const centre = '0195a000-0000-7000-8000-000000000001'
export const lea = '0195a000-0000-7000-8000-00000000000a'
export const karim = '0195a000-0000-7000-8000-00000000000b'

export interface TestServer {
  readonly app: Hono<Env>
  readonly deps: Deps
  /** All that was logged, errors as text. */
  readonly logs: { readonly event: LogEvent; readonly error: unknown }[]
  /** Lets the server's clock go on. */
  readonly pass: (milliseconds: number) => void
  /** One request of our own page, with a JSON body where there is one. */
  readonly ask: (method: string, path: string, options?: AskOptions) => Promise<Response>
}

interface AskOptions {
  readonly body?: unknown
  readonly cookie?: string
  readonly headers?: Record<string, string>
}

/** The whole server on `pool`, without a port, on 20 November 2026 at noon. */
export async function aServer(
  pool: pg.Pool,
  change: Partial<Omit<Deps, 'configuration'>> & { configuration?: Partial<Configuration> } = {},
): Promise<TestServer> {
  let time = Date.parse('2026-11-20T12:00:00Z')
  const now = (): Date => new Date(time)
  const logs: TestServer['logs'] = []
  const log: Deps['log'] = (event, error) => logs.push({ event, error })
  const defaults = readConfiguration({})
  if ('refused' in defaults) throw new Error(defaults.refused.join(' '))

  const configuration: Configuration = { ...defaults, ...change.configuration }
  const origin = newId(now())
  const deps: Deps = {
    pool,
    origin,
    storage: createPostgresStorage(pool, origin),
    files: createFileStore(configuration),
    now,
    newId: () => newId(now()),
    mail: noMail(log),
    isDemo: false,
    pokes: createPokes(),
    serverKey: await loadServerKey(pool, now),
    rateLimit: createRateLimit(pool),
    stopping: new AbortController().signal,
    webFolder: null,
    log,
    ...change,
    configuration,
  }
  const app = createApp(deps)
  return {
    app,
    deps,
    logs,
    pass: (milliseconds) => {
      time += milliseconds
    },
    ask: async (method, path, { body, cookie, headers = {} } = {}) =>
      app.request(path, {
        method,
        headers: {
          ...(method === 'GET' ? {} : { 'Sec-Fetch-Site': 'same-origin' }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(cookie === undefined ? {} : { Cookie: cookie }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  }
}

/** Léa and Karim, in one centre. */
export async function addPeople(pool: pg.Pool): Promise<void> {
  await pool.query('insert into centre values ($1, $2)', [centre, 'Campus Tezenas du Montcel'])
  await pool.query(
    `insert into person (id, centre_id, name, email, created_at) values
       ($1, $3, 'Léa Martin', 'Lea.Martin@example.fr', now()),
       ($2, $3, 'Karim Benali', 'karim@example.fr', now())`,
    [lea, karim, centre],
  )
}

/** The `name=value` of the cookie an answer sets. */
export const cookieOf = (answer: Response): string =>
  answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
