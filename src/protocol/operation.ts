import { kindNames, kinds } from '#domain/kinds.ts'
import {
  operationTypes,
  type Content,
  type Operation,
  type OperationType,
} from '#domain/operation.ts'
import { inNewestShape, isKnownShape, type Shaped } from '#domain/operationShapes.ts'
import * as z from 'zod/mini'
import { documentId, instant, operationId, personId, sha256Hex } from './identifier.ts'
import { firstWrongKey } from './value.ts'

/** Most keys one patch may set: a visit with all its actions. */
const PATCH_KEYS_MAX = 200
/** Longest compact JWS we make or take, in characters; ours have about 700. */
const JWS_MAX = 4_000

const intent = {
  id: operationId,
  documentId,
  kind: z.enum(kindNames as readonly [keyof typeof kinds, ...(keyof typeof kinds)[]]),
  // Known and raised before this is asked, see `readOperation`.
  v: z.number(),
  at: instant,
  present: z.nullable(personId),
}

/**
 * Values are checked against the kind’s declaration afterwards, see `readOperation`. No record of
 * zod: it would drop a key named `__proto__` without a word.
 */
const content = z.custom<Content>((set: unknown) => {
  if (typeof set !== 'object' || set === null || Array.isArray(set)) return false
  const count = Object.keys(set).length
  return count > 0 && count <= PATCH_KEYS_MAX
})

const plainAct = <Type extends OperationType>(type: Type) =>
  z.strictObject({ ...intent, type: z.literal(type) })

const shapes = z.discriminatedUnion('type', [
  z.strictObject({
    ...intent,
    type: z.literal('patch'),
    set: content,
    seen: z.record(z.string(), operationId),
  }),
  z.strictObject({
    ...intent,
    type: z.literal('return'),
    hash: sha256Hex,
    reason: z.string().check(z.maxLength(10_000)),
  }),
  z.strictObject({
    ...intent,
    type: z.literal('freeze'),
    sections: z.strictObject({
      apprentice: z.exactOptional(sha256Hex),
      master: z.exactOptional(sha256Hex),
      trainer: z.exactOptional(sha256Hex),
    }),
  }),
  z.strictObject({
    ...intent,
    type: z.literal('sign'),
    hash: sha256Hex,
    jws: z.nullable(z.string().check(z.maxLength(JWS_MAX))),
  }),
  z.strictObject({
    ...intent,
    type: z.literal('resolve'),
    key: z.string().check(z.maxLength(200)),
    drop: z.array(operationId).check(z.maxLength(100)),
  }),
  plainAct('submit'),
  plainAct('withdraw'),
  plainAct('publish'),
  plainAct('amend'),
  plainAct('discard'),
]) satisfies z.ZodMiniType<Operation>

/** What of an unknown operation tells whether this server can know its shape at all. */
const headline = z.looseObject({
  id: operationId,
  v: z.number(),
  type: z.string(),
  kind: z.string(),
})

export type ReadOperation =
  | { readonly ok: true; readonly operation: Operation }
  /** `unreadable`: from a newer app, or damaged; a person looks at it. `invalid`: a known shape, wrong values. */
  | { readonly ok: false; readonly code: 'unreadable' | 'invalid'; readonly field: string | null }

/**
 * Reads an operation as it travels and as it rests in the outbox. Unknown keys are refused, not
 * dropped. `v` never disappears: each shape that was ever released stays readable.
 */
export function readOperation(body: unknown): ReadOperation {
  const head = headline.safeParse(body)
  const known =
    head.success &&
    isKnownShape(head.data.v) &&
    (operationTypes as readonly string[]).includes(head.data.type) &&
    Object.hasOwn(kinds, head.data.kind)
  if (!known) return { ok: false, code: 'unreadable', field: null }

  const shape = shapes.safeParse(inNewestShape(body as Shaped))
  if (!shape.success) {
    const path = shape.error.issues[0]?.path.join('.')
    return { ok: false, code: 'invalid', field: path ?? null }
  }
  const operation: Operation = shape.data
  const wrong = operation.type === 'patch' ? firstWrongKey(operation.kind, operation.set) : null
  return wrong === null ? { ok: true, operation } : { ok: false, code: 'invalid', field: wrong }
}
