import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'

export interface LinesOptions {
  readonly contentType: string
  readonly gzip: boolean
  /** Writes values through `line`, which gives their length, in bytes. */
  readonly write: (line: (value: unknown) => number) => Promise<void>
  /** Told what broke after the answer had begun: its reader finds it cut short. */
  readonly onBroken: (error: unknown) => void
}

/** Quick rather than small: JSON of our kind shrinks to a fifth at any level. */
const GZIP = { level: 3 }

/** All that is written and not read yet, together, in bytes: slow readers share this much memory. */
const TOGETHER_MAX = 128_000_000

let together = 0

/** Whether there is memory for more lines that wait to be read. */
export const hasRoomForLines = (): boolean => together < TOGETHER_MAX

/**
 * An answer of JSON values, one to a line, that leaves while it is written. What breaks before
 * something was written is thrown as by any route; what breaks later ends the answer there. Written
 * lines wait in memory until they are read, so that no connection to the database waits for a slow
 * phone; `hasRoomForLines` says when that is too much.
 */
export async function streamLines(options: LinesOptions): Promise<Response> {
  const lines = new Readable({ read: () => undefined })
  let began = (): void => undefined
  const beginning = new Promise<void>((resolve) => {
    began = resolve
  })
  let written = 0
  let waiting = 0
  const wait = (bytes: number): void => {
    waiting += bytes
    together += bytes
  }
  const writing = options.write((value) => {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`)
    written += 1
    // Whoever went away reads nothing any more.
    if (!lines.destroyed) {
      wait(bytes.length)
      lines.push(bytes)
    }
    // The first line says nothing yet that can no longer be taken back.
    if (written > 1) began()
    return bytes.length
  })
  lines.on('close', () => {
    wait(-waiting)
  })
  writing.then(
    () => {
      lines.push(null)
    },
    (error: unknown) => {
      if (written > 1) options.onBroken(error)
      // Not the error itself: it would be printed for whoever runs us, with what people wrote.
      if (written > 1) lines.push(null)
      else lines.destroy()
    },
  )
  await Promise.race([beginning, writing])

  const headers = new Headers({ 'Content-Type': options.contentType, 'Cache-Control': 'no-store' })
  const body = options.gzip ? zip(lines, headers) : lines
  const response = new Response(toWeb(body), { headers })
  // After the one who reads: a listener alone would let the lines run out.
  lines.on('data', (chunk: Buffer) => {
    wait(-chunk.length)
  })
  return response
}

function zip(lines: Readable, headers: Headers): Readable {
  headers.set('Content-Encoding', 'gzip')
  headers.append('Vary', 'Accept-Encoding')
  const gzip = createGzip(GZIP)
  gzip.on('error', () => undefined)
  gzip.on('close', () => {
    lines.destroy()
  })
  return lines.pipe(gzip)
}

const toWeb = (stream: Readable) => Readable.toWeb(stream) as ReadableStream<Uint8Array>

export const takesGzip = (accepted: string | undefined): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/iu.test(accepted ?? '')
