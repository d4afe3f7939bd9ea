import * as z from 'zod/mini'
import { PUSH_MAX } from './conversation.ts'
import { deviceId, instant, logbookId, operationId, personId, sha256Hex } from './identifier.ts'

/** Longest compact JWS of a device, in characters; ours have about 600. */
const SEAL_MAX = 4_000

/** Highest number of an operation, and how far below zero the old ones of a cloned device stand. */
const N_MAX = 2 ** 31 - 1

/** Operations under the numbers they have on their device; a newer app may have written them. */
const operations = z
  .array(
    z.strictObject({
      n: z.int().check(z.minimum(-N_MAX), z.maximum(N_MAX)),
      operation: z.unknown(),
    }),
  )
  .check(z.minLength(1), z.maxLength(PUSH_MAX))

/** Says that the device wrote exactly these (`rescueStatement`); `null`: it has no key. */
const seal = z.nullable(z.string().check(z.maxLength(SEAL_MAX), z.regex(/^[\w.-]+$/u)))

/** A document that operations of the file are about, as its device knows it. */
const namedDocument = z.strictObject({
  id: z.string(),
  kind: z.string(),
  /** ISO week or ISO date; empty: not known. */
  when: z.string(),
})

/** What fits into one request: operations of one logbook, in their order. */
const parcel = z.strictObject({
  logbookId,
  /** Whose logbook it is, where the device still knows. */
  name: z.nullable(z.string()),
  operations,
  seal,
  documents: z.array(namedDocument),
})

/** Words that were typed and are in no operation: to be read, and copied by hand. */
const strayWords = z.strictObject({
  logbookId,
  kind: z.string(),
  words: z.array(z.string()),
})

const photo = z.strictObject({
  logbookId,
  sha256: sha256Hex,
  mime: z.string(),
  /** The bytes, in Base64. */
  bytes: z.string(),
})

/** All that waits on a device, as one file, for when the device itself cannot send it. */
export const rescueFileSchema = z.strictObject({
  format: z.literal('livret-rescue'),
  version: z.literal(1),
  madeAt: instant,
  app: z.string(),
  person: z.strictObject({ id: personId, name: z.string() }),
  device: z.strictObject({ id: deviceId, label: z.string() }),
  parcels: z.array(parcel),
  words: z.array(strayWords),
  photos: z.array(photo),
})

/** The published JSON Schema of the file (draft 2020-12). */
export const rescueJsonSchema = () => z.toJSONSchema(rescueFileSchema, { io: 'input' })

/** `POST /api/v1/logbooks/:id/rescue`: one parcel of a file. `personId`: whose device wrote it. */
export const rescueRequestSchema = z.strictObject({ personId, deviceId, operations, seal })

/** What became of each, in the order sent; `fresh`: how many had not come before. */
export const rescueResponseSchema = z.object({
  results: z.array(
    z.object({
      id: operationId,
      verdict: z.enum(['applied', 'merged', 'rejected', 'held']),
      code: z.nullable(z.string()),
    }),
  ),
  fresh: z.int(),
})

export type RescueFile = z.infer<typeof rescueFileSchema>
export type RescueParcel = RescueFile['parcels'][number]
export type RescueResponse = z.infer<typeof rescueResponseSchema>
