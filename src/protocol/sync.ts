import { roles } from '#domain/kind.ts'
import * as z from 'zod/mini'
import { PROTOCOL, PUSH_MAX } from './conversation.ts'
import { deviceId, instant, logbookId, operationId, personId, sha256Hex } from './identifier.ts'
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

/** Why a person who settled an operation decided so. Apart from its result, which old apps read strictly. */
const reasons = z.array(z.object({ id: operationId, reason: z.string() }))

export const pushResponseSchema = z.object({ results: z.array(resultSchema), serverTime: instant })

/** What a device holds of a logbook. `settled`: all its operations up to this `n` have a verdict. */
const cursorSchema = z.strictObject({
  seq: count,
  chain: sha256Hex,
  grant: count,
  settled: count,
  /**
   * The device knows that the logbook was taken away. `held`: it asks what became of what was put
   * aside there; `heard`: only whether all that it sent is still there.
   */
  revoked: z.optional(z.enum(['held', 'heard'])),
})

/**
 * `POST /sync/v1/pull`: all logbooks at once; those the device does not name are sent whole.
 * `check`: also say what the device should hold of logbooks in which nothing is new.
 */
export const pullRequestSchema = z.strictObject({
  protocol: z.literal(PROTOCOL),
  app: z.string().check(z.maxLength(40)),
  deviceId,
  check: z.boolean(),
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

const place = z.strictObject({ seq: count, chain: sha256Hex })

/** Why a logbook is sent anew: never held, other rights, a restored server, or something was called off. */
const resets = ['new', 'grant', 'restored', 'called-off'] as const

/**
 * What is new in one logbook since `from`; a long one comes in several of these, each of which
 * begins where the one before ended. `reset`: throw away what you hold of it first (not the
 * outbox). `facts`: `null` when unchanged. `lastN`: the device’s last `n` the server has, `null` where
 * nothing is said of it. `sum`: see `sumOf`, over all documents this person may see; `null` where it
 * cannot be compared yet.
 */
const bookPart = z.object({
  type: z.literal('book'),
  id: logbookId,
  from: place,
  reset: z.nullable(z.enum(resets)),
  grant: count,
  role: z.enum(roles),
  facts: z.nullable(logbookFactsSchema),
  keys: z.array(signingKeySchema),
  documents: z.array(pulledDocument),
  verdicts: z.array(resultSchema),
  reasons: z.exactOptional(reasons),
  lastN: z.nullable(count),
  seq: count,
  chain: sha256Hex,
  sum: z.nullable(sha256Hex),
})

/**
 * `GET /sync/v1/poke`, event `news`: what a push has just changed, for who stands where it began.
 * `personId`: as whom may be seen what is in it; the browser may have changed hands under an open
 * page. `at`: when, by the server’s clock. `deviceId`: whose verdicts these are, where one of this person’s devices sent it.
 */
export const newsEventSchema = z.object({
  personId,
  at: instant,
  deviceId: z.nullable(deviceId),
  part: bookPart,
})

/**
 * A logbook the device named and the person may no longer read. `verdicts`: of this device’s
 * operations there that a person has settled, if any.
 */
const revokedPart = z.object({
  type: z.literal('revoked'),
  id: logbookId,
  lastN: count,
  verdicts: z.exactOptional(z.array(resultSchema)),
  reasons: z.exactOptional(reasons),
})

/** The first line of an answer. */
export const pullStartSchema = z.object({
  type: z.literal('start'),
  serverKey: publicKeySchema,
  serverTime: instant,
})

/**
 * One of the lines after it (JSON, one to a line), each whole in itself: what came before a broken
 * connection counts. Without `end` the answer was cut; `more`: ask again.
 */
export const pullPartSchema = z.discriminatedUnion('type', [
  bookPart,
  revokedPart,
  z.object({ type: z.literal('end'), more: z.boolean() }),
])

export type PushRequest = z.infer<typeof pushRequestSchema>
export type PushResponse = z.infer<typeof pushResponseSchema>
export type Result = z.infer<typeof resultSchema>
export type Cursor = z.infer<typeof cursorSchema>
export type PullRequest = z.infer<typeof pullRequestSchema>
export type PullStart = z.infer<typeof pullStartSchema>
export type PullPart = z.infer<typeof pullPartSchema>
export type BookPart = z.infer<typeof bookPart>
export type NewsEvent = z.infer<typeof newsEventSchema>
export type RevokedPart = z.infer<typeof revokedPart>
export type Reset = (typeof resets)[number]
