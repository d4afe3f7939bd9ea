import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, type ZlibOptions } from 'node:zlib'
import type { Context } from 'hono'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'

type Encoding = 'br' | 'gzip' | 'identity'

interface StaticFile {
  readonly type: string
  readonly cache: string
  readonly etag: string
  readonly bodies: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
}

const compress = {
  // Made once and kept, yet somebody waits for it: not the strongest, which takes a second.
  br: promisify((data: Uint8Array, done: (error: Error | null, result: Buffer) => void) => {
    brotliCompress(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }, done)
  }),
  // Once for each file and kept: the smallest is worth its time.
  gzip: (content: Uint8Array): Promise<Buffer> =>
    promisify<Uint8Array, ZlibOptions, Buffer>(gzip)(content, {
      level: constants.Z_BEST_COMPRESSION,
    }),
}

/**
 * Serves the built screens of `folder`, read once: a few megabytes, and no address can lead out of
 * a list of names. A page address that is no file gives `index.html`, to whoever accepts HTML.
 * Otherwise 404 `not-found`.
 */
export function staticFiles(folder: string): (c: Context<Env>) => Promise<Response> {
  const files = new Map<string, StaticFile>()
  for (const path of listFiles(folder))
    files.set(`/${path.split(sep).join('/')}`, load(folder, path))

  const index = files.get('/index.html')

  return async (c) => {
    const path = pathOf(c.req.url)
    const file =
      path === null ? undefined : (files.get(path) ?? (isPage(c, path) ? index : undefined))
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!file || !isRead) return problem(404, 'not-found', 'Cette adresse n’existe pas.')

    const encoding = chooseEncoding(file, c.req.header('Accept-Encoding') ?? '')
    const etag = encoding === 'identity' ? file.etag : file.etag.replace(/"$/u, `-${encoding}"`)
    const headers = {
      'Cache-Control': file.cache,
      ETag: etag,
      Vary: 'Accept-Encoding',
      'Content-Type': file.type,
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    }
    const known = c.req.header('If-None-Match')?.split(/\s*,\s*/u) ?? []
    if (known.some((each) => each.replace(/^W\//u, '') === etag))
      return new Response(null, { status: 304, headers })
    const body = await bodyOf(file, encoding)
    return new Response(c.req.method === 'HEAD' ? null : body, {
      headers: { ...headers, 'Content-Length': String(body.byteLength) },
    })
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replace(/^[\\/]/u, ''),
    )
}

function load(folder: string, path: string): StaticFile {
  const content = new Uint8Array(readFileSync(join(folder, path)))
  const bodies = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  bodies.set('identity', Promise.resolve(content))
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    // Vite puts the content's hash in the names under assets/: they never change.
    cache: /^assets[\\/]/u.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
    bodies,
  }
}

/** The address as written by people, or `null` where its escapes are broken. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
}

function isPage(c: Context<Env>, path: string): boolean {
  const isApi = /^\/(?:api|sync|health)(?:\/|$)/u.test(path)
  const isFileName = /\.[^/]*$/u.test(path)
  // Whoever asks whether Livret is there (a monitor, curl) does not say that it reads HTML.
  const reads = path === '/' || (c.req.header('Accept') ?? '').includes('text/html')
  return !isApi && !isFileName && reads
}

function chooseEncoding(file: StaticFile, accepted: string): Encoding {
  // Compressed already.
  if (/^(?:font|image\/(?!svg))/u.test(file.type)) return 'identity'
  const names = accepted.split(',').filter((each) => !/;\s*q=0(?:\.0*)?\s*$/u.test(each))
  const has = (name: string): boolean => names.some((each) => each.trim().split(';')[0] === name)
  if (has('br')) return 'br'
  return has('gzip') ? 'gzip' : 'identity'
}

function bodyOf(file: StaticFile, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const known = file.bodies.get(encoding)
  if (known) return known
  const made = (async () => {
    const content = await bodyOf(file, 'identity')
    return new Uint8Array(await compress[encoding as 'br' | 'gzip'](content))
  })()
  file.bodies.set(encoding, made)
  return made
}
