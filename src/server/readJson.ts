import type { Context } from 'hono'
import * as z from 'zod/v4/core'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { readBody } from '#server/readBody.ts'
import { unavailable } from '#server/unavailable.ts'

/** Largest JSON body, in bytes: about 500 weekly entries in one push. */
const JSON_MAX = 1024 * 1024

/** Deepest nesting of a body. Nothing people write comes near it. */
const DEPTH_MAX = 64

export type JsonBody<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Response }

/**
 * Reads the body as JSON that fits `schema`. Otherwise gives the answer to send:
 * 413 `too-large` · 429 `busy` · 422 `not-json` · 422 `forbidden-key` (`__proto__`, `constructor`,
 * `prototype` anywhere) · 422 `forbidden-character` (U+0000, half a character: PostgreSQL keeps
 * neither) · 422 `too-deep` · 422 `not-valid`, with `path`, the place in the body.
 */
export async function readJson<Schema extends z.$ZodType>(
  c: Context<Env>,
  schema: Schema,
  { max = JSON_MAX }: { readonly max?: number } = {},
): Promise<JsonBody<z.output<Schema>>> {
  const bytes = await readBody(c.req.raw, max)
  if (bytes === 'busy') return { ok: false, refusal: unavailable('busy') }
  if (bytes === 'too-large')
    return refuse(413, 'too-large', 'Cet envoi est trop lourd. Envoyez-le en plusieurs fois.')

  let body: unknown
  try {
    body = JSON.parse(bytes.toString('utf8'))
  } catch {
    return refuse(422, 'not-json', 'Cet envoi n’est pas lisible.')
  }
  const danger = findDanger(body)
  if (danger) return refuse(422, danger, 'Cet envoi contient quelque chose d’interdit.')

  const parsed = z.safeParse(schema, body)
  if (parsed.success) return { ok: true, value: parsed.data }
  const path = parsed.error.issues[0]?.path.join('.') ?? ''
  return refuse(422, 'not-valid', 'Il manque quelque chose, ou une valeur ne convient pas.', {
    path,
  })
}

const refuse = (...args: Parameters<typeof problem>): { ok: false; refusal: Response } => ({
  ok: false,
  refusal: problem(...args),
})

/** Walks without recursion: a body of brackets must not exhaust the stack. */
function findDanger(body: unknown): string | null {
  const waiting: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }]
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    const { value, depth } = each
    if (typeof value === 'string' && isUnkeepable(value)) return 'forbidden-character'
    if (typeof value !== 'object' || value === null) continue
    if (depth >= DEPTH_MAX) return 'too-deep'
    for (const [key, inner] of Object.entries(value)) {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype')
        return 'forbidden-key'
      if (isUnkeepable(key)) return 'forbidden-character'
      waiting.push({ value: inner, depth: depth + 1 })
    }
  }
  return null
}

const isUnkeepable = (text: string): boolean => text.includes('\0') || /\p{Surrogate}/u.test(text)
