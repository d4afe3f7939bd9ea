import { kindNames, type KindName } from '#domain/kinds.ts'
import { roles, states } from '#domain/kind.ts'
import * as z from 'zod/mini'
import { documentId, instant, logbookId, operationId, personId, sha256Hex } from './identifier.ts'
import { fileReferenceSchema } from './value.ts'

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), fileReferenceSchema])
const written = z.strictObject({ value, by: operationId })

/** A document as it rests in an export file. Shape of `LogbookDocument`. */
export const documentSchema = z.strictObject({
  id: documentId,
  logbookId,
  kind: z.enum(kindNames as readonly [KindName, ...KindName[]]),
  author: personId,
  state: z.enum(states),
  fields: z.record(z.string(), written),
  alternatives: z.record(z.string(), z.array(written)),
  returns: z.array(
    z.strictObject({
      version: z.int(),
      reason: z.string(),
      person: personId,
      role: z.enum(roles),
      at: instant,
      by: operationId,
    }),
  ),
  versions: z.array(
    z.strictObject({
      number: z.int(),
      hash: sha256Hex,
      content: z.record(z.string(), value),
      at: instant,
    }),
  ),
  signatures: z.array(
    z.strictObject({
      version: z.int(),
      hash: sha256Hex,
      signer: personId,
      role: z.enum(roles),
      level: z.enum(['device-key', 'session', 'in-person']),
      via: z.nullable(personId),
      at: instant,
      jws: z.nullable(z.string()),
      receipt: z.nullable(z.string()),
      by: operationId,
    }),
  ),
})
