import { describe, expect, it } from 'vitest'
import { createDatabase } from '#tests/support/postgres.ts'
import { addPeople, aServer } from './testServer.ts'

const { pool } = await createDatabase()
await addPeople(pool)
const server = await aServer(pool)
const codes = '/api/v1/sign-in/codes'
const answerOf = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { code?: string }).code,
]

describe('every answer', () => {
  const headers = {
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types livret",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=()',
    'Cache-Control': 'no-store',
    'X-Livret-Protocol': '1',
    'Strict-Transport-Security': null,
  }

  it.each([
    ['a good one', 'GET', '/health/live', 200],
    ['a refusal', 'GET', '/api/v1/session', 401],
    ['a foreign request', 'POST', '/sync/v1/push', 403],
    ['an unknown route', 'GET', '/api/v2/nothing', 404],
    ['an unknown sync route', 'GET', '/sync/v2/nothing', 404],
  ])('%s carries the headers that protect people', async (_, method, path, status) => {
    const answer = await server.app.request(path, { method })
    const found = Object.keys(headers).map((name) => [name, answer.headers.get(name)])

    expect(answer.status).toBe(status)
    expect(Object.fromEntries(found)).toEqual(headers)
  })

  it('insists on https only where there is https: else nobody gets in at all', async () => {
    const secure = await aServer(pool, {
      configuration: { publicUrl: 'https://livret.example.fr' },
    })
    const answer = await secure.ask('GET', '/health/live')

    expect(answer.headers.get('Strict-Transport-Security')).toMatch(/^max-age=31536000/u)
    expect(answer.headers.get('Content-Security-Policy')).toMatch(/; upgrade-insecure-requests$/u)
  })

  it('a failure inside says nothing of the inside, and is logged', async () => {
    const broken = await aServer(pool)
    const failing = await aServer(pool, {
      rateLimit: () => Promise.reject(new Error('relation "rate_limit" of 10.0.0.3')),
    })
    const answer = await failing.ask('POST', codes, { body: { email: 'a@example.fr' } })

    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({
      code: 'failed',
      message: 'Livret n’a pas réussi. Réessayez dans un moment.',
    })
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(failing.logs.map(({ event }) => event.event)).toContain('failed')
    expect(broken.logs).toEqual([])
  })
})

describe('what another site makes a browser send', () => {
  const body = JSON.stringify({ email: 'nobody@example.fr' })
  const json = { 'Content-Type': 'application/json' }
  const own = 'http://localhost'

  it.each<[string, Record<string, string>]>([
    ['from another site', { ...json, 'Sec-Fetch-Site': 'cross-site' }],
    ['from a sister site', { ...json, 'Sec-Fetch-Site': 'same-site' }],
    ['typed into an address bar', { ...json, 'Sec-Fetch-Site': 'none' }],
    [
      'from another site, though it claims our origin',
      { ...json, 'Sec-Fetch-Site': 'cross-site', Origin: own },
    ],
    ['by an old browser from another site', { ...json, Origin: 'https://evil.example' }],
    ['from a page without an origin', { ...json, Origin: 'null' }],
    ['without any word of where from', json],
    ['by a form', { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'text/plain' }],
  ])('is refused: %s', async (_, headers) => {
    const answer = await server.app.request(codes, { method: 'POST', headers, body })
    expect(await answerOf(answer)).toEqual([403, 'foreign-origin'])
  })

  it.each<[string, Record<string, string>]>([
    ['from our page', { ...json, 'Sec-Fetch-Site': 'same-origin' }],
    ['from our page in an old browser', { ...json, Origin: own }],
  ])('is let through: %s', async (_, headers) => {
    const answer = await server.app.request(codes, { method: 'POST', headers, body })
    expect(answer.status).toBe(202)
  })

  it('behind a proxy the public name is ours, and the inner one is not', async () => {
    const proxied = await aServer(pool, {
      configuration: { publicUrl: 'https://livret.example.fr' },
    })
    const from = async (Origin: string) =>
      (await proxied.app.request(codes, { method: 'POST', headers: { ...json, Origin }, body }))
        .status

    expect(await from('https://livret.example.fr')).toBe(202)
    expect(await from('http://localhost')).toBe(403)
  })
})

describe('a body', () => {
  const post = async (body: string) => answerOf(await server.ask('POST', codes, { body }))

  it.each([
    ['that is no JSON', '{"email":', 'not-json'],
    ['that is empty', '', 'not-json'],
    ['with __proto__', '{"email":"a@b.fr","x":[{"__proto__":{"admin":true}}]}', 'forbidden-key'],
    ['with constructor', '{"constructor":{"prototype":{}}}', 'forbidden-key'],
    ['with prototype', '{"a":{"prototype":1}}', 'forbidden-key'],
    ['with a character PostgreSQL refuses', '{"email":"a\\u0000@b.fr"}', 'forbidden-character'],
    ['with half a character', '{"email":"\\ud83d@b.fr"}', 'forbidden-character'],
    ['made of brackets', '['.repeat(400_000) + ']'.repeat(400_000), 'too-deep'],
    ['of another shape', '[]', 'not-valid'],
    ['of another type', '{"email":7}', 'not-valid'],
  ])('%s is refused, without breaking anything', async (_, body, code) => {
    expect(await post(body)).toEqual([422, code])
  })

  it('of ten megabytes is refused as too large, not kept in memory, not crashed on', async () => {
    expect(await post(JSON.stringify({ email: 'x'.repeat(10_000_000) }))).toEqual([
      413,
      'too-large',
    ])
  })

  it('of almost a megabyte is read', async () => {
    expect(await post(JSON.stringify({ email: 'x'.repeat(1_000_000) }))).toEqual([422, 'not-valid'])
  })

  it('cannot smuggle a property into every object', async () => {
    await post('{"__proto__":{"polluted":true}}')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('health', () => {
  it('is not ready while the server stops, so that nobody is sent to it any more', async () => {
    const stopping = new AbortController()
    const ending = await aServer(pool, { stopping: stopping.signal })
    const statusOf = async (path: string) => (await ending.ask('GET', path)).status

    expect([await statusOf('/health/ready'), await statusOf('/health/live')]).toEqual([200, 200])
    stopping.abort()
    expect([await statusOf('/health/ready'), await statusOf('/health/live')]).toEqual([503, 200])
  })

  it('a lost database makes the server not ready, yet nobody kills it for that', async () => {
    const lost = { query: () => Promise.reject(new Error('connection refused')) }
    const cut = await aServer(pool, {
      pool: lost as unknown as typeof pool,
      serverKey: server.deps.serverKey,
    })

    expect(await answerOf(await cut.ask('GET', '/health/ready'))).toEqual([503, 'no-database'])
    expect((await cut.ask('GET', '/health/live')).status).toBe(200)
  })
})
