import * as z from 'zod/mini'
import { documentSchema } from './document.ts'
import { instant, personId, sha256Hex } from './identifier.ts'
import {
  linkSchema,
  logbookFactsSchema,
  publicKeySchema,
  signingKeySchema,
} from './logbookFacts.ts'

/**
 * The whole livret as one file, as its reader may see it: enough to check every hash, signature
 * and receipt without a network, and to bring it into another tool.
 *
 * `chain.links` is complete in the server’s file; a device only holds the head.
 */
export const exportFileSchema = z.strictObject({
  format: z.literal('livret-export'),
  version: z.literal(1),
  exportedAt: instant,
  exportedBy: z.strictObject({ personId, source: z.enum(['server', 'device']) }),
  logbook: logbookFactsSchema,
  documents: z.array(documentSchema),
  keys: z.array(signingKeySchema),
  serverKey: z.nullable(publicKeySchema),
  chain: z.strictObject({ seq: z.int(), head: sha256Hex, links: z.array(linkSchema) }),
})

export type ExportFile = z.infer<typeof exportFileSchema>

/** The published JSON Schema of the file (draft 2020-12). */
export const exportJsonSchema = () => z.toJSONSchema(exportFileSchema, { io: 'input' })
