import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'

export interface LinesOptions {
  readonly contentType: string
  readonly gzip: boolean
  /** Writes texts through `line`, none of which holds a line break. */
  readonly write: (line: (text: string) => void) => Promise<void>
  /** Told what broke after the answer had begun: its reader finds it cut short. */
  readonly onBroken: (error: unknown) => void
}

/** Quick rather than small: JSON of our kind shrinks to a fifth at any level. */
const GZIP = { level: 3 }

/**
 * An answer of texts, one to a line, that leaves while it is written. What breaks before
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
  const writing = options.write((text) => {
    lines.push(`${text}\n`)
    written += 1
    // The first line says nothing yet that can no longer be taken back.
    if (written > 1) began()
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
