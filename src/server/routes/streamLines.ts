import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'

export interface LinesOptions {
  readonly contentType: string
  readonly gzip: boolean
  /** Writes values through `line`, which gives their length as text, in UTF-16 code units. */
  readonly write: (line: (value: unknown) => number) => Promise<void>
  /** Told what broke after the answer had begun: its reader finds it cut short. */
  readonly onBroken: (error: unknown) => void
}

/** Quick rather than small: JSON of our kind shrinks to a fifth at any level. */
const GZIP = { level: 3 }

/**
 * An answer of JSON values, one to a line, that leaves while it is written. What breaks before
 * something was written is thrown as by any route. Written lines wait in memory until they are
 * read, so that no connection to the database waits for a slow phone.
 */
export async function streamLines(options: LinesOptions): Promise<Response> {
  const lines = new Readable({ read: () => undefined })
  let began = (): void => undefined
  const beginning = new Promise<void>((resolve) => {
    began = resolve
  })
  let written = 0
  const writing = options.write((value) => {
    const text = `${JSON.stringify(value)}\n`
    lines.push(text)
    written += 1
    // The first line says nothing yet that can no longer be taken back.
    if (written > 1) began()
    return text.length
  })
  writing.then(
    () => {
      lines.push(null)
    },
    (error: unknown) => {
      if (written > 1) options.onBroken(error)
      lines.destroy(error instanceof Error ? error : new Error('broken'))
    },
  )
  // Whoever went away hears of no error, and neither does the process.
  lines.on('error', () => undefined)
  await Promise.race([beginning, writing])

  const headers = new Headers({ 'Content-Type': options.contentType, 'Cache-Control': 'no-store' })
  if (!options.gzip) return new Response(toWeb(lines), { headers })
  headers.set('Content-Encoding', 'gzip')
  headers.append('Vary', 'Accept-Encoding')
  const gzip = createGzip(GZIP)
  lines.on('error', (error) => gzip.destroy(error))
  gzip.on('error', () => undefined)
  return new Response(toWeb(lines.pipe(gzip)), { headers })
}

const toWeb = (stream: Readable) => Readable.toWeb(stream) as ReadableStream<Uint8Array>

export const takesGzip = (accepted: string | undefined): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/iu.test(accepted ?? '')
