import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll } from 'vitest'
import type { DeviceId, LogbookId } from '#domain/identifiers.ts'
import type { Sign } from '#domain/operation.ts'
import { rescueHash, rescueStatement, type RescuedOperation } from '#domain/rescue.ts'
import type { SignatureStatement } from '#domain/signing.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { BookPart, Cursor, PullPart, PullStart, Result, RevokedPart } from '#protocol/sync.ts'
import { enrolDevice } from '#server/access/enrolDevice.ts'
import { keyIdOf, type PublicJwk } from '#server/access/publicJwk.ts'
import { openSession } from '#server/access/session.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { addCoordinator } from '#server/storage/centres.ts'
import { addMember, createLogbook } from '#server/storage/logbooks.ts'
import { aServer, type TestServer } from '#tests/server/testServer.ts'
import {
  logbooks,
  nextId,
  NOW,
  personId,
  personNames,
  personRoles,
  type Centre,
  type PersonName,
} from '#tests/support/builders.ts'
import { createDatabase, type TestDatabase } from '#tests/support/postgres.ts'
import { seal, sealAny } from '#tests/support/seal.ts'

/** A whole server on a database of its own: two centres, each with one logbook and all its people. */
export interface World extends TestDatabase {
  readonly app: Hono<Env>
  readonly deps: Deps
  /** What the server reported of operations that broke it. */
  readonly held: () => TestServer['logs']
  /** What the server reported as broken or missing. */
  readonly failures: () => TestServer['logs']
  readonly folder: string
  readonly stop: () => void
  /** Sets the server’s clock. */
  readonly setNow: (at: string) => void
  /** A device of somebody, signed in. */
  readonly device: (who: PersonName, centre?: Centre) => Promise<TestDevice>
}

/** All lines of a pull’s answer, put together. */
export interface Pulled extends Omit<PullStart, 'type'> {
  readonly books: Readonly<Record<string, BookPart>>
  readonly revoked: readonly Omit<RevokedPart, 'type'>[]
  readonly more: boolean
}

export interface Answer<Body> {
  readonly status: number
  readonly body: Body
}

/** One browser of one person, that can talk to the server and sign. */
export interface TestDevice {
  readonly id: DeviceId
  readonly keyId: string
  /** Of its session. */
  readonly cookie: string
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  readonly post: (path: string, body: unknown) => Promise<Response>
  /** Sends operations of one logbook under the numbers that come next. */
  readonly push: (
    operations: readonly unknown[],
    options?: { readonly n?: number; readonly logbookId?: LogbookId },
  ) => Promise<Answer<{ readonly results: Result[]; readonly code?: string }>>
  /** Asks with these cursors, for a check of everything unless told. */
  readonly pull: (books?: Readonly<Record<string, Cursor>>, check?: boolean) => Promise<Pulled>
  /** The JWS of a statement, by this device’s key. */
  readonly seal: (
    statement: Omit<SignatureStatement, 'device' | 'at'> & Partial<SignatureStatement>,
    header?: Readonly<Record<string, unknown>>,
  ) => string
  /** The same of operations that it gives away in a file. */
  readonly sealRescue: (
    logbook: LogbookId,
    operations: readonly RescuedOperation[],
    typ?: string,
  ) => string
}

/** Told of every statement the server sends, which waits for what this gives. */
export type Watch = (text: string, parameters: readonly unknown[]) => unknown

export async function createWorld(
  watch: Watch = () => undefined,
  given?: TestDatabase,
): Promise<World> {
  const database = given ?? (await createDatabase())
  const pool = watched(database.pool, watch)
  const folder = await mkdtemp(join(tmpdir(), 'livret-world-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))

  let now = new Date(NOW)
  const stopping = new AbortController()
  const { app, deps, logs } = await aServer(pool, {
    now: () => now,
    stopping: stopping.signal,
    configuration: { dataFolder: folder },
  })
  afterAll(() => {
    stopping.abort()
  })
  for (const centre of ['here', 'elsewhere'] as const)
    await populate(deps, centre, logbooks[centre])

  return {
    ...database,
    app,
    deps,
    held: () => logs.filter(({ event }) => event.event === 'operation-held'),
    failures: () => logs.filter(({ event }) => ['failed', 'unavailable'].includes(event.event)),
    folder,
    stop: () => {
      stopping.abort()
    },
    setNow: (at) => {
      now = new Date(at)
    },
    device: (who, centre = 'here') => openDevice(app, deps, who, centre),
  }
}

/** The same pool, which tells of each statement before it is sent. */
function watched<Source extends object>(source: Source, watch: Watch): Source {
  return new Proxy(source, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      if (key === 'connect') {
        return async () => watched((await Reflect.apply(value, target, [])) as object, watch)
      }
      return (...args: unknown[]) => {
        const send = () => Reflect.apply(value, target, args) as unknown
        if (key !== 'query') return send()
        const told = watch(...readStatement(args))
        return told instanceof Promise ? told.then(send) : send()
      }
    },
  })
}

/** A statement and what it is given, however it is sent. */
function readStatement([first, second]: unknown[]): [string, readonly unknown[]] {
  if (typeof first === 'string') return [first, Array.isArray(second) ? second : []]
  const { text = '', values = [] } = first as { text?: string; values?: unknown[] }
  return [text, values]
}

async function populate({ pool, now }: Deps, centre: Centre, id: LogbookId): Promise<void> {
  await pool.query('insert into centre (id, name) values ($1, $2)', [
    centreIds[centre],
    `CFA ${centre}`,
  ])
  for (const who of personNames) {
    await pool.query(
      'insert into person (id, centre_id, name, email, created_at) values ($1, $2, $3, $4, $5)',
      [
        personId(who, centre),
        centreIds[centre],
        `Élodie ${who}`,
        `${who}@${centre}.example`,
        now(),
      ],
    )
  }
  await addCoordinator(pool, {
    centreId: centreIds[centre],
    personId: personId('coordinator', centre),
    from: '2025-09-01',
  })
  await openLogbook({ pool, now }, id, centre)
}

export const centreIds: Readonly<Record<Centre, string>> = { here: nextId(), elsewhere: nextId() }

/** Another logbook of a centre, with the same people in it. */
export async function openLogbook(
  { pool, now }: Pick<Deps, 'pool' | 'now'>,
  id: LogbookId,
  centre: Centre = 'here',
): Promise<void> {
  await createLogbook(pool, {
    id,
    centreId: centreIds[centre],
    programme: 'bts-ndrc',
    cohort: '2025-2027',
    company: { name: 'Loire Habitat', city: 'Saint-Étienne', activity: 'Immobilier' },
    contract: { start: '2025-09-01', end: '2027-08-31' },
    at: now(),
  })
  for (const who of personNames) {
    if (who === 'secondApprentice') continue
    const role = personRoles[who]
    const until = role === 'apprentice' ? null : '2027-08-31'
    await addMember(pool, {
      logbookId: id,
      personId: personId(who, centre),
      role,
      from: '2025-09-01',
      until,
    })
  }
}

async function openDevice(
  app: Hono<Env>,
  deps: Deps,
  who: PersonName,
  centre: Centre,
): Promise<TestDevice> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = privateKey.export({ format: 'jwk' })
  const publicKey: PublicJwk = { kty: 'EC', crv: 'P-256', x, y }
  const id = nextId<DeviceId>()
  const owner = personId(who, centre)
  await enrolDevice(deps.pool, { id, personId: owner, label: who, publicKey, at: deps.now() })
  const token = await openSession(deps.pool, { personId: owner, label: who, at: deps.now() })

  const fetch: TestDevice['fetch'] = (path, init = {}) => {
    const headers = new Headers(init.headers)
    headers.set('Cookie', `livret=${token}`)
    headers.set('Sec-Fetch-Site', 'same-origin')
    return Promise.resolve(app.request(path, { ...init, headers }))
  }
  const post: TestDevice['post'] = (path, body) => {
    const headers = { 'Content-Type': 'application/json' }
    return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  }
  const next = new Map<LogbookId, number>()
  return {
    id,
    keyId: keyIdOf(publicKey),
    cookie: `livret=${token}`,
    fetch,
    post,
    push: async (operations, { n, logbookId = logbooks[centre] } = {}) => {
      const first = n ?? next.get(logbookId) ?? 1
      const response = await post('/sync/v1/push', {
        protocol: 1,
        app: 'test',
        deviceId: id,
        logbookId,
        pending: operations.length,
        operations: operations.map((operation, index) => ({ n: first + index, operation })),
      })
      if (response.ok && n === undefined) next.set(logbookId, first + operations.length)
      return { status: response.status, body: (await response.json()) as never }
    },
    pull: async (books = {}, check = true) => {
      const body = { protocol: 1, app: 'test', deviceId: id, check, books }
      return readPulled(await (await post('/sync/v1/pull', body)).text())
    },
    seal: (
      statement,
      header = { alg: 'ES256', typ: 'livret-signature+jws', kid: keyIdOf(publicKey) },
    ) => seal(privateKey, header, { device: id, at: NOW, ...statement }),
    sealRescue: (logbook, operations, typ = 'livret-rescue+jws') =>
      sealAny(
        privateKey,
        { alg: 'ES256', typ, kid: keyIdOf(publicKey) },
        rescueStatement({
          ...{ logbook, person: owner, device: id, operations: rescueHash(operations), at: NOW },
        }),
      ),
  }
}

/** The lines of an answer, which has to be whole. */
export function readPulled(text: string): Pulled {
  const [start, ...parts] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as PullPart) as unknown as [PullStart, ...PullPart[]]
  const end = parts.at(-1)
  if (end?.type !== 'end') throw new Error('the answer was cut')
  const { serverKey, serverTime } = start
  const books: Record<string, BookPart> = {}
  for (const part of parts) if (part.type === 'book') books[part.id] = part
  const revoked = parts.flatMap((part) => (part.type === 'revoked' ? [withoutType(part)] : []))
  return { serverKey, serverTime, books, revoked, more: end.more }
}

const withoutType = ({ type: _, ...part }: RevokedPart) => part

/** The signature act with its JWS, as a device makes it. */
export const sealed = (operation: Sign, jws: string): Sign => ({ ...operation, jws })

export interface Kept {
  readonly seq: number
  readonly n: number
  readonly verdict: string
  readonly code: string | null
  readonly body: unknown
}

/** What the database holds of what a device sent, in order. */
export async function listKept({ pool }: Pick<World, 'pool'>, { id }: TestDevice): Promise<Kept[]> {
  const { rows } = await pool.query<Kept & { readonly body: string }>(
    'select seq, n, verdict, code, body from operation where device_id = $1 order by seq',
    [id],
  )
  return rows.map((row) => ({ ...row, body: JSON.parse(row.body) as unknown }))
}

/** A document as somebody’s device sees it after a pull, or `undefined`. */
export async function pulled(
  device: TestDevice,
  { id }: { readonly id: string },
  logbookId: LogbookId = logbooks.here,
): Promise<PulledDocument | undefined> {
  const { books } = await device.pull()
  return books[logbookId]?.documents.find((document) => document.id === id) as
    PulledDocument | undefined
}

/** The verdicts of an answer, with their reasons: `['applied', 'rejected not-allowed']`. */
export const verdictsOf = ({ body }: Answer<{ readonly results: readonly Result[] }>): string[] =>
  body.results.map(({ verdict, code }) => (code === null ? verdict : `${verdict} ${code}`))

/** Where a device stands after an answer. */
export const cursorOf = ({ seq, chain, grant, lastN }: BookPart): Cursor => ({
  seq,
  chain,
  grant,
  settled: lastN ?? 0,
})

/** What a device is told of one logbook. */
export async function pullBook(device: TestDevice, cursor?: Cursor, id: LogbookId = logbooks.here) {
  const book = (await device.pull(cursor ? { [id]: cursor } : {})).books[id]
  if (!book) throw new Error('the logbook is not in the answer')
  return book
}
