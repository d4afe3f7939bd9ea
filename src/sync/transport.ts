import { FILE_LENGTH_HEADER, PROTOCOL_HEADER, PULL_TYPE } from '#protocol/conversation.ts'
import {
  pullPartSchema,
  pullStartSchema,
  pushResponseSchema,
  type PullPart,
  type PullRequest,
  type PullStart,
  type PushRequest,
  type PushResponse,
} from '#protocol/sync.ts'
import * as z from 'zod/mini'

/**
 * What came back. `offline`: nothing, or not from our server (no network, a captive portal).
 * `refused`: our server turned the envelope down; nothing happened. `busy`: try later.
 */
export type Answer<Body> =
  | { readonly kind: 'ok'; readonly body: Body }
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly expected: number | null
    }

/** Takes the parts of a pull that have arrived so far, in order. */
export type TakeParts = (start: PullStart, parts: readonly PullPart[]) => Promise<void>

/** How requests travel; an argument, so that a test has a network of its own. */
export interface Transport {
  readonly push: (request: PushRequest, signal: AbortSignal) => Promise<Answer<PushResponse>>
  /** Parts that came before a connection broke are taken all the same. */
  readonly pull: (
    request: PullRequest,
    signal: AbortSignal,
    take: TakeParts,
  ) => Promise<Answer<{ readonly more: boolean }>>
  /** A whole file, which the server stores. */
  readonly putFile: (
    file: FileAddress & { readonly mime: string; readonly bytes: ArrayBuffer },
    signal: AbortSignal,
  ) => Promise<Answer<null>>
  /** How much of a file has arrived. */
  readonly getReceived: (file: FileAddress, signal: AbortSignal) => Promise<Answer<Received>>
  /** A piece of a file of `size` bytes, from byte `start` on. */
  readonly putPiece: (
    piece: FileAddress & {
      readonly start: number
      readonly size: number
      readonly bytes: ArrayBuffer
    },
    signal: AbortSignal,
  ) => Promise<Answer<Received>>
  /** A picture of a photo to look at; of a sound, the bytes that its hash names. */
  readonly getFile: (
    file: FileAddress & { readonly form: 'screen' | 'thumbnail' | 'original' },
    signal: AbortSignal,
  ) => Promise<Answer<ArrayBuffer>>
}

interface FileAddress {
  readonly logbookId: string
  readonly sha256: string
}

/** How much of a file the server has: `stored`, all of it for good; else its first bytes. */
export type Received =
  { readonly stored: true } | { readonly stored: false; readonly received: number }

/** So much of a pull is taken at once, in UTF-16 code units: a transaction costs more than its rows. */
const TAKEN_AT_ONCE = 500_000

/** From here on, in UTF-16 code units, a request is long. */
const LONG = 50_000

/** Requests by HTTP to the server this page came from. */
export function httpTransport(
  fetch: typeof globalThis.fetch,
  takenAtOnce = TAKEN_AT_ONCE,
): Transport {
  const post = (path: string, request: unknown, signal: AbortSignal) => {
    const headers = { 'Content-Type': 'application/json' }
    const json = JSON.stringify(request)
    // A long text would be copied on the screen’s own thread, before `fetch` comes back.
    const body = json.length > LONG ? new Blob([json]) : json
    return send(() => fetch(path, { method: 'POST', headers, body, signal }))
  }
  const fileUrl = ({ logbookId, sha256 }: FileAddress) =>
    `/api/v1/logbooks/${logbookId}/files/${sha256}`

  return {
    push: async (request, signal) => {
      const answer = await post('/sync/v1/push', request, signal)
      if (answer.kind !== 'ok') return answer
      const json: unknown = await answer.body.json().catch(() => null)
      const read = pushResponseSchema.safeParse(json)
      // A 200 that does not say what ours says is not ours, or not for this version.
      return read.success ? { kind: 'ok', body: read.data } : { kind: 'offline' }
    },
    pull: async (request, signal, take) => {
      const answer = await post('/sync/v1/pull', request, signal)
      return answer.kind === 'ok' ? readPull(answer.body, take, takenAtOnce) : answer
    },
    putFile: async (file, signal) => {
      const headers = { 'Content-Type': file.mime }
      const body = file.bytes
      const answer = await send(() =>
        fetch(fileUrl(file), { method: 'PUT', headers, body, signal }),
      )
      return answer.kind === 'ok' ? { kind: 'ok', body: null } : answer
    },
    getReceived: async (file, signal) =>
      readReceived(await send(() => fetch(`${fileUrl(file)}/pieces`, { signal }))),
    putPiece: async ({ start, size, bytes: body, ...file }, signal) => {
      const headers = {
        'Content-Type': 'application/octet-stream',
        [FILE_LENGTH_HEADER]: String(size),
      }
      const url = `${fileUrl(file)}/pieces/${start}`
      return readReceived(await send(() => fetch(url, { method: 'PUT', headers, body, signal })))
    },
    getFile: async ({ form, ...file }, signal) => {
      const url = `${fileUrl(file)}?form=${form}`
      const answer = await send(() => fetch(url, { signal }))
      if (answer.kind !== 'ok') return answer
      const bytes = await answer.body.arrayBuffer().catch(() => null)
      return bytes ? { kind: 'ok', body: bytes } : { kind: 'offline' }
    },
  }
}

async function send(request: () => Promise<Response>): Promise<Answer<Response>> {
  const response = await request().catch(() => null)
  if (!response?.headers.has(PROTOCOL_HEADER)) return { kind: 'offline' }
  if (response.ok) return { kind: 'ok', body: response }
  if (response.status === 401) return { kind: 'signed-out' }
  if (response.status === 429 || response.status >= 500) {
    return { kind: 'busy', retryAfterSeconds: retryAfterOf(response) }
  }
  const read = problemSchema.safeParse(await response.json().catch(() => null))
  const { code, expected = null } = read.success ? read.data : { code: 'unknown' }
  return { kind: 'refused', status: response.status, code, expected }
}

async function readReceived(answer: Answer<Response>): Promise<Answer<Received>> {
  if (answer.kind !== 'ok') return answer
  const read = receivedSchema.safeParse(await answer.body.json().catch(() => null))
  return read.success ? { kind: 'ok', body: read.data } : { kind: 'offline' }
}

const receivedSchema = z.union([
  z.object({ stored: z.literal(true) }),
  z.object({ stored: z.literal(false), received: z.int().check(z.minimum(0)) }),
])

const problemSchema = z.object({ code: z.string(), expected: z.optional(z.int()) })

/** Longest wait that a server can ask for, in seconds; also, longer ones overflow a timer. */
const RETRY_MAX = 3_600

function retryAfterOf(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After') ?? 0)
  return seconds > 0 ? Math.min(seconds, RETRY_MAX) : 5
}

/** Reads a pull line by line as it comes. What is not as ours ends it; what came before counts. */
async function readPull(
  response: Response,
  take: TakeParts,
  takenAtOnce: number,
): Promise<Answer<{ readonly more: boolean }>> {
  const isOurs = response.headers.get('Content-Type')?.startsWith(PULL_TYPE) === true
  if (!isOurs || !response.body) return { kind: 'offline' }
  let start: PullStart | null = null
  let more: boolean | null = null
  let parts: PullPart[] = []
  let waiting = 0
  // What comes next is read while the database writes what came before.
  let taking = Promise.resolve()
  for await (const line of linesOf(response.body)) {
    if (!start) {
      start = readLine(line, pullStartSchema)
      if (start) continue
      break
    }
    const part = readLine(line, pullPartSchema)
    if (!part) break
    if (part.type === 'end') {
      more = part.more
      break
    }
    parts.push(part)
    waiting += line.length
    if (waiting < takenAtOnce) continue
    await taking
    taking = take(start, parts)
    // Heard where it is awaited.
    taking.catch(() => undefined)
    parts = []
    waiting = 0
  }
  await taking
  if (start && parts.length > 0) await take(start, parts)
  return more === null ? { kind: 'offline' } : { kind: 'ok', body: { more } }
}

/** The whole lines of a text that arrives in pieces. A broken connection ends it. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  // A line may be long, and come in many pieces: none of them is looked through twice.
  let rest: string[] = []
  try {
    for (;;) {
      const piece = await reader.read().catch(() => null)
      if (!piece || piece.done) return
      const [first = '', ...others] = decoder.decode(piece.value, { stream: true }).split('\n')
      rest.push(first)
      const last = others.pop()
      if (last === undefined) continue
      yield rest.join('')
      yield* others
      rest = [last]
    }
  } finally {
    // Whoever stops reading wants no more of it.
    void reader.cancel().catch(() => undefined)
  }
}

function readLine<Schema extends z.ZodMiniType>(
  line: string,
  schema: Schema,
): z.infer<Schema> | null {
  try {
    const read = schema.safeParse(JSON.parse(line))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
