import type { LogbookId } from '#domain/identifiers.ts'
import type { HeldState, Settle, SettleProblem } from '#features/held/settling.ts'
import { heldCountsSchema, heldListSchema, settledSchema, type HeldCounts } from '#protocol/held.ts'
import { api } from './api.ts'

const pathOf = (id: LogbookId) => `/api/v1/logbooks/${id}/held`

/** What was put aside in a logbook and waits for a decision. */
export async function fetchHeld(id: LogbookId, signal: AbortSignal): Promise<HeldState> {
  const read = (json: unknown) => heldListSchema.safeParse(json).data ?? null
  const answer = await api('GET', pathOf(id), null, read, signal)
  if (answer.kind === 'offline') return { kind: 'offline' }
  if (answer.kind === 'ok') return { kind: 'ok', list: answer.body }
  return { kind: answer.status === 404 ? 'not-yours' : 'broken' }
}

/** In which logbooks something waits; `null`: nobody can tell now. */
export async function fetchHeldCounts(signal: AbortSignal): Promise<HeldCounts['logbooks'] | null> {
  const read = (json: unknown) => heldCountsSchema.safeParse(json).data ?? null
  const answer = await api('GET', '/api/v1/logbooks/held', null, read, signal)
  return answer.kind === 'ok' ? answer.body.logbooks : null
}

const problems: readonly string[] = [
  'still-held',
  'earlier-first',
  'already-settled',
  'not-found',
  'no-reason',
  'too-long',
] satisfies SettleProblem[]

const isProblem = (code: string): code is SettleProblem => problems.includes(code)

/** Settles what was put aside in a logbook. */
export const settleIn =
  (id: LogbookId): Settle =>
  async ({ operationId }, decision, reason) => {
    const read = (json: unknown) => settledSchema.safeParse(json).data ?? null
    const answer = await api('POST', `${pathOf(id)}/${operationId}`, { decision, reason }, read)
    if (answer.kind === 'ok') return { kind: 'settled', settled: answer.body }
    if (answer.kind === 'offline') return { kind: 'problem', problem: 'offline' }
    const { why } = answer.body as { readonly why?: unknown }
    if (why === 'files-missing') return { kind: 'problem', problem: why }
    return { kind: 'problem', problem: isProblem(answer.code) ? answer.code : 'other' }
  }
