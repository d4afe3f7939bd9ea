import { PROTOCOL_HEADER } from '#protocol/conversation.ts'

/** What the server answered to a request outside sync, or `offline`: nothing came from our server. */
export type ApiAnswer<Body> =
  | { readonly kind: 'ok'; readonly body: Body }
  | {
      readonly kind: 'problem'
      readonly status: number
      readonly code: string
      readonly body: unknown
    }
  | { readonly kind: 'offline' }

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/**
 * One request to the server this page came from; `read` checks what came back. Without a `signal`
 * it waits as long as the browser does.
 */
export type Api = <Body>(
  method: Method,
  path: string,
  body: unknown,
  read: (json: unknown) => Body | null,
  signal?: AbortSignal | null,
) => Promise<ApiAnswer<Body>>

/** Requests over the network of a browser, or of a test. */
export const apiOver =
  (fetch: typeof globalThis.fetch): Api =>
  async (method, path, body, read, signal = null) => {
    const init: RequestInit =
      method === 'GET'
        ? { signal }
        : {
            signal,
            method,
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body ?? {}),
          }
    const response = await fetch(path, init).catch(() => null)
    // Without our header it is a captive portal, or no answer at all.
    if (!response?.headers.has(PROTOCOL_HEADER)) return { kind: 'offline' }
    const json: unknown = response.status === 204 ? null : await response.json().catch(() => null)
    if (!response.ok) {
      const code = (json as { code?: unknown } | null)?.code
      const known = typeof code === 'string' ? code : 'unknown'
      return { kind: 'problem', status: response.status, code: known, body: json }
    }
    const value = read(json)
    return value === null ? { kind: 'offline' } : { kind: 'ok', body: value }
  }

export const api: Api = apiOver((input, init) => fetch(input, init))
