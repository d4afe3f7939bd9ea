import { roles } from '#domain/kind.ts'
import * as z from 'zod/mini'
import { PROTOCOL, PUSH_MAX } from './conversation.ts'
import { deviceId, instant, logbookId, operationId, sha256Hex } from './identifier.ts'
import { logbookFactsSchema, publicKeySchema, signingKeySchema } from './logbookFacts.ts'

const count = z.int().check(z.minimum(0))

/**
 * `POST /sync/v1/push`. Operations stay unread here, so that one bad operation turns nothing away.
 * `n`: this device’s counter in this logbook, 1, 2, 3 … without a hole. `pending`: how many
 * operations of this logbook wait on the device, these included.
 */
export const pushRequestSchema = z.strictObject({
  protocol: z.literal(PROTOCOL),
  app: z.string().check(z.maxLength(40)),
  deviceId,
  logbookId,
  pending: count,
  operations: z
    .array(z.strictObject({ n: z.int().check(z.minimum(1)), operation: z.unknown() }))
    .check(z.minLength(1), z.maxLength(PUSH_MAX)),
})

/** What became of one operation. `code` says why, or what was different. */
const resultSchema = z.strictObject({
  id: operationId,
  n: z.int(),
  seq: z.int(),
  verdict: z.enum(['applied', 'merged', 'rejected', 'held']),
  code: z.nullable(z.string()),
})

export const pushResponseSchema = z.object({ results: z.array(resultSchema), serverTime: instant })

/** What a device holds of a logbook. `settled`: all its operations up to this `n` have a verdict. */
const cursorSchema = z.strictObject({
  seq: count,
  chain: sha256Hex,
  grant: count,
  settled: count,
})

/** `POST /sync/v1/pull`: all logbooks at once; those the device does not name are sent whole. */
export const pullRequestSchema = z.strictObject({
  protocol: z.literal(PROTOCOL),
  deviceId,
  books: z.record(logbookId, cursorSchema),
})

/**
 * A document as a person may see it. `revision`: the `seq` of its last change that this person
 * can see. Only the envelope is checked: a kind of a newer app is kept and not shown.
 */
const pulledDocument = z.looseObject({
  id: z.string(),
  kind: z.string(),
  state: z.string(),
  revision: z.int(),
})

/**
 * What is new in one logbook. `reset`: throw away what you hold of it first (not the outbox).
 * `facts` and `keys`: `null` when unchanged. `lastN`: the device’s last `n` the server has.
 * `sum`: see `sumOf`, over all documents this person may see; only in the last page.
 */
const pulledBookSchema = z.object({
  reset: z.boolean(),
  grant: count,
  role: z.enum(roles),
  facts: z.nullable(logbookFactsSchema),
  keys: z.array(signingKeySchema),
  documents: z.array(pulledDocument),
  verdicts: z.array(resultSchema),
  lastN: count,
  seq: count,
  chain: sha256Hex,
  sum: z.nullable(sha256Hex),
  more: z.boolean(),
})

/** `revoked`: logbooks the device named and the person may no longer read. */
export const pullResponseSchema = z.object({
  books: z.record(logbookId, pulledBookSchema),
  revoked: z.array(z.strictObject({ logbookId, lastN: count })),
  serverKey: publicKeySchema,
  serverTime: instant,
})

export type PushRequest = z.infer<typeof pushRequestSchema>
export type PushResponse = z.infer<typeof pushResponseSchema>
export type Result = z.infer<typeof resultSchema>
export type Cursor = z.infer<typeof cursorSchema>
export type PullRequest = z.infer<typeof pullRequestSchema>
export type PulledBook = z.infer<typeof pulledBookSchema>
export type PullResponse = z.infer<typeof pullResponseSchema>
