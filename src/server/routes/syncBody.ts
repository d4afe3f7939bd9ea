import type { Context } from 'hono'
import type { Env } from '#server/env.ts'
import { readBody } from '#server/readBody.ts'
import { unavailable } from '#server/unavailable.ts'
import { tooLarge } from './syncProblems.ts'

export interface SyncBody {
  readonly bytes: number
  /** `undefined`: the text is no JSON, or nested so deep that nothing of ours can read it. */
  readonly json: unknown
}

/**
 * The body as JSON, or the answer to give: 413 `too-large`, longer than `max` bytes; 429 `busy`.
 * Unlike `readJson` it looks at nothing within: an operation that nobody should have written is
 * kept and refused by its own verdict, and the ones behind it go on.
 */
export async function readSyncBody(c: Context<Env>, max: number): Promise<SyncBody | Response> {
  const bytes = await readBody(c.req.raw, max)
  if (bytes === 'busy') return unavailable('busy')
  if (bytes === 'too-large') return tooLarge()
  return { bytes: bytes.length, json: readText(bytes.toString('utf8')) }
}

function readText(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text)
    return isDeep(json) ? undefined : json
  } catch {
    return undefined
  }
}

/** Deepest nesting of a body. Nothing people write comes near it. */
const DEPTH_MAX = 64

/** Walks without recursion: a body of brackets must not exhaust the stack, here or later. */
function isDeep(json: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }]
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    const { value, depth } = each
    if (typeof value !== 'object' || value === null) continue
    if (depth >= DEPTH_MAX) return true
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 })
  }
  return false
}
