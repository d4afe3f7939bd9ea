import type { Context } from 'hono'
import type { Env } from '#server/env.ts'
import { readBytes } from '#server/readBytes.ts'

export interface SyncBody {
  readonly bytes: number
  /** `undefined`: the text is no JSON, or nested so deep that nothing of ours can read it. */
  readonly json: unknown
}

/**
 * The body as JSON, or `null` when it is longer than `max` bytes. Unlike `readJson` it looks at
 * nothing within: an operation that nobody should have written is kept and refused by its own
 * verdict, and the ones behind it go on.
 */
export async function readSyncBody(c: Context<Env>, max: number): Promise<SyncBody | null> {
  const body = await readBytes(c.req.raw, max)
  if (body === null) return null
  const bytes = body.length
  try {
    const json: unknown = JSON.parse(body.toString('utf8'))
    return { bytes, json: isDeep(json) ? undefined : json }
  } catch {
    return { bytes, json: undefined }
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
