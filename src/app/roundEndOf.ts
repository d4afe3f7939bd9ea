import type { RoundEnd } from '#sync/round.ts'
import type { ApiAnswer } from './api.ts'

/** What it means for a round of sync that the server answered so to a request beside it. */
export function roundEndOf(answer: Exclude<ApiAnswer<unknown>, { kind: 'ok' }>): RoundEnd {
  if (answer.kind === 'offline') return { kind: 'offline' }
  const { status, code } = answer
  if (status === 401) return { kind: 'signed-out' }
  if (status === 429 || status >= 500) return { kind: 'busy', retryAfterSeconds: 5 }
  return { kind: 'refused', status, code, expected: null }
}
