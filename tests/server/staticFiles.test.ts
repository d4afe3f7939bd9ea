import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { createDatabase } from '#tests/support/postgres.ts'
import { aServer } from './testServer.ts'

const { pool } = await createDatabase()
const folder = await mkdtemp(join(tmpdir(), 'livret-web-'))
afterAll(() => rm(folder, { recursive: true }))
const script = `console.log("${'livret '.repeat(500)}")`
await mkdir(join(folder, 'assets'))
await writeFile(join(folder, 'index.html'), '<!doctype html><title>Livret</title>')
await writeFile(join(folder, 'apple-icon.png'), 'PNG')
await writeFile(join(folder, 'sw.js'), '// worker')
await writeFile(join(folder, 'manifest.webmanifest'), '{}')
await writeFile(join(folder, 'assets/app-3f2a.js'), script)
await writeFile(join(folder, 'assets/font-9c.woff2'), 'wOF2')
await writeFile(join(folder, '..', 'livret-secret.txt'), 'secret')
afterAll(() => rm(join(folder, '..', 'livret-secret.txt')))

const server = await aServer(pool, { webFolder: folder })
const get = (path: string, headers: Record<string, string> = {}) =>
  server.ask('GET', path, { headers })
const page = { Accept: 'text/html,*/*' }

describe('the built screens', () => {
  it('whoever asks for nothing but the address is told that Livret is there', async () => {
    const answer = await get('/', { Accept: '*/*' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  })

  it.each([
    ['/index.html', 'no-cache', 'text/html; charset=utf-8'],
    ['/sw.js', 'no-cache', 'text/javascript; charset=utf-8'],
    ['/apple-icon.png', 'no-cache', 'image/png'],
    ['/manifest.webmanifest', 'no-cache', 'application/manifest+json; charset=utf-8'],
    [
      '/assets/app-3f2a.js',
      'public, max-age=31536000, immutable',
      'text/javascript; charset=utf-8',
    ],
    ['/assets/font-9c.woff2', 'public, max-age=31536000, immutable', 'font/woff2'],
  ])('%s is kept no longer than it is true', async (path, cache, type) => {
    const { status, headers } = await get(path)
    expect([status, headers.get('Cache-Control'), headers.get('Content-Type')]).toEqual([
      200,
      cache,
      type,
    ])
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  })

  it.each(['/', '/livrets/12/semaine/2026-W47', '/healthy'])(
    'a page address (%s) opens the application',
    async (path) => {
      const answer = await get(path, page)
      expect([answer.status, await answer.text()]).toEqual([
        200,
        '<!doctype html><title>Livret</title>',
      ])
    },
  )

  it.each([
    ['a missing script', '/assets/old-11.js', page],
    ['a missing picture', '/logo.png', page],
    ['an unknown API route', '/api/v1/nothing', page],
    ['an unknown sync route', '/sync', page],
    ['who wants no HTML', '/livrets', { Accept: 'application/json' }],
    ['a way out of the folder', '/..%2flivret-secret.txt', page],
    ['a way out of the folder, twice encoded', '/%252e%252e/livret-secret.txt', page],
    ['a broken escape', '/%ff.js', page],
  ])('%s is not answered with the application', async (_, path, headers) => {
    const answer = await get(path, headers)
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { code: 'not-found', message: 'Cette adresse n’existe pas.' },
    ])
  })

  it('travels small: Brotli or gzip where the browser reads it', async () => {
    const path = '/assets/app-3f2a.js'
    const br = await get(path, { 'Accept-Encoding': 'gzip, deflate, br' })
    const gzip = await get(path, { 'Accept-Encoding': 'gzip, br;q=0' })
    const plain = await get(path)
    const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

    expect(brotliDecompressSync(await bytes(br)).toString()).toBe(script)
    expect(gunzipSync(await bytes(gzip)).toString()).toBe(script)
    expect((await bytes(plain)).toString()).toBe(script)
    expect([br, gzip, plain].map(({ headers }) => headers.get('Content-Encoding'))).toEqual([
      'br',
      'gzip',
      null,
    ])
  })

  it('is not sent again to a browser that has it', async () => {
    const headers = { 'Accept-Encoding': 'br' }
    const etag = (await get('/sw.js', headers)).headers.get('ETag') ?? ''
    const again = await get('/sw.js', { ...headers, 'If-None-Match': `W/${etag}` })

    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('HEAD says the same as GET, without the content', async () => {
    const head = await server.ask('HEAD', '/sw.js', { headers: { 'Sec-Fetch-Site': 'none' } })
    expect([head.status, head.headers.get('Content-Length'), await head.text()]).toEqual([
      200,
      '9',
      '',
    ])
  })
})
