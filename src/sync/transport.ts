import { PROTOCOL_HEADER } from '#protocol/conversation.ts'
import {
  pullResponseSchema,
  pushResponseSchema,
  type PullRequest,
  type PullResponse,
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

/** How requests travel; an argument, so that a test has a network of its own. */
export interface Transport {
  readonly push: (request: PushRequest, signal: AbortSignal) => Promise<Answer<PushResponse>>
  readonly pull: (request: PullRequest, signal: AbortSignal) => Promise<Answer<PullResponse>>
  readonly putFile: (
    file: { logbookId: string; sha256: string; mime: string; bytes: ArrayBuffer },
    signal: AbortSignal,
  ) => Promise<Answer<null>>
  readonly getFile: (
    file: { logbookId: string; sha256: string },
    signal: AbortSignal,
  ) => Promise<Answer<ArrayBuffer>>
}

/** Requests by HTTP to the server this page came from. */
export function httpTransport(fetch: typeof globalThis.fetch): Transport {
  const post = async <Schema extends z.ZodMiniType>(
    path: string,
    schema: Schema,
    request: unknown,
    signal: AbortSignal,
  ): Promise<Answer<z.infer<Schema>>> => {
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify(request)
    const answer = await send(() => fetch(path, { method: 'POST', headers, body, signal }))
    if (answer.kind !== 'ok') return answer
    const json: unknown = await answer.body.json().catch(() => null)
    const read = schema.safeParse(json)
    // A 200 that does not say what ours says is not ours, or not for this version.
    return read.success ? { kind: 'ok', body: read.data } : { kind: 'offline' }
  }

  const fileUrl = ({ logbookId, sha256 }: { logbookId: string; sha256: string }) =>
    `/api/v1/logbooks/${logbookId}/files/${sha256}`

  return {
    push: (request, signal) => post('/sync/v1/push', pushResponseSchema, request, signal),
    pull: (request, signal) => post('/sync/v1/pull', pullResponseSchema, request, signal),
    putFile: async (file, signal) => {
      const headers = { 'Content-Type': file.mime }
      const body = file.bytes
      const answer = await send(() =>
        fetch(fileUrl(file), { method: 'PUT', headers, body, signal }),
      )
      return answer.kind === 'ok' ? { kind: 'ok', body: null } : answer
    },
    getFile: async (file, signal) => {
      const answer = await send(() => fetch(fileUrl(file), { signal }))
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

const problemSchema = z.object({ code: z.string(), expected: z.optional(z.int()) })

/** Longest wait that a server can ask for, in seconds; also, longer ones overflow a timer. */
const RETRY_MAX = 3_600

function retryAfterOf(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After') ?? 0)
  return seconds > 0 ? Math.min(seconds, RETRY_MAX) : 5
}
