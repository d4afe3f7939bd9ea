import { PROTOCOL, PROTOCOL_HEADER } from '#protocol/conversation.ts'
import { vi } from 'vitest'

interface Ask {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

type Answer = () => readonly [status: number, body: unknown]

/** A server that answers with these, one after the other, the last for ever; `null`: no network. */
export function serve(...answers: readonly (Answer | null)[]): Ask[] {
  const asked: Ask[] = []
  const waiting = [...answers]
  vi.spyOn(globalThis, 'fetch').mockImplementation((path, init) => {
    asked.push({
      method: init?.method ?? 'GET',
      path: path instanceof Request ? path.url : path.toString(),
      body: init?.body === undefined ? null : JSON.parse(init.body as string),
    })
    const next = waiting.length > 1 ? waiting.shift() : waiting[0]
    if (!next) return Promise.reject(new TypeError('Failed to fetch'))
    const [status, body] = next()
    const headers = { [PROTOCOL_HEADER]: String(PROTOCOL) }
    return Promise.resolve(Response.json(body, { status, headers }))
  })
  return asked
}

export const problem =
  (status: number, code: string): Answer =>
  () => [status, { code, message: 'Non.' }]
