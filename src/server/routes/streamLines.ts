import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'

export interface LinesOptions {
  readonly contentType: string
  readonly gzip: boolean
  /** Writes texts, none of which holds a line break, through `line`, which gives their length, in bytes. */
  readonly write: (line: (text: string) => number) => Promise<void>
  /** Told what broke after the answer had begun: its reader finds it cut short. */
  readonly onBroken: (error: unknown) => void
}

/** Quick rather than small: JSON of our kind shrinks to a fifth at any level. */
const GZIP = { level: 3 }

/** All that is written and not read yet, together, in bytes: slow readers share this much memory. */
const TOGETHER_MAX = 64_000_000

let together = 0

/** Whether there is memory for more lines that wait to be read. */
export const hasRoomForLines = (): boolean => together < TOGETHER_MAX

/**
 * An answer of texts, one to a line, that leaves while it is written. What breaks before something
 * was written is thrown as by any route; what breaks later ends the answer there. Written lines wait
 * in memory until they are read, so that no connection to the database waits for a slow phone;
 * `hasRoomForLines` says when that is too much.
 */
export async function streamLines(options: LinesOptions): Promise<Response> {
  const lines = createLines()
  let began = (): void => undefined
  const beginning = new Promise<void>((resolve) => {
    began = resolve
  })
  let written = 0
  const writing = options.write((text) => {
    const bytes = Buffer.from(`${text}\n`)
    lines.push(bytes)
    written += 1
    // The first line says nothing yet that can no longer be taken back.
    if (written > 1) began()
    return bytes.length
  })
  writing.then(lines.end, (error: unknown) => {
    if (written > 1) options.onBroken(error)
    // Not as an error of the stream: it would be printed, with what people wrote.
    lines.end()
  })
  try {
    await Promise.race([beginning, writing])
  } catch (error) {
    lines.forget()
    throw error
  }

  const headers = new Headers({ 'Content-Type': options.contentType, 'Cache-Control': 'no-store' })
  let body = Readable.from(lines.read())
  if (options.gzip) {
    headers.set('Content-Encoding', 'gzip')
    headers.append('Vary', 'Accept-Encoding')
    // Whoever goes away while it is zipped is nobody’s failure.
    body = pipeline(body, createGzip(GZIP), () => undefined)
  }
  body.once('close', lines.forget)
  return new Response(toWeb(body), { headers })
}

/** Not `Readable.toWeb`: in Node 20 it throws where nobody can catch it when the reader leaves early. */
function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  return new ReadableStream(
    {
      pull: async (controller) => {
        const next = await chunks.next()
        if (next.done === true) controller.close()
        else controller.enqueue(next.value)
      },
      cancel: () => {
        stream.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}

/** Bytes that wait to be read, counted as long as they do. */
function createLines() {
  const queue: Buffer[] = []
  let isOver = false
  let wake = (): void => undefined
  const count = (bytes: number): void => {
    together += bytes
  }
  return {
    push: (bytes: Buffer): void => {
      // Whoever went away reads nothing any more.
      if (isOver) return
      queue.push(bytes)
      count(bytes.length)
      wake()
    },
    end: (): void => {
      isOver = true
      wake()
    },
    /** Nobody reads what is left. */
    forget: (): void => {
      isOver = true
      for (const bytes of queue.splice(0)) count(-bytes.length)
      wake()
    },
    read: async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        const bytes = queue.shift()
        if (bytes) {
          count(-bytes.length)
          yield bytes
        } else if (isOver) return
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}

export const takesGzip = (accepted: string | undefined): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/iu.test(accepted ?? '')
