import { roles } from '#domain/kind.ts'
import * as z from 'zod/mini'
import { logbookId, personId, sha256Hex } from './identifier.ts'
import { importedSkillsSchema } from './importedSkills.ts'

const date = z.iso.date()

/** Public half of a P-256 key (RFC 7517). */
export const publicKeySchema = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().check(z.maxLength(64)),
  y: z.string().check(z.maxLength(64)),
})

/** Somebody of a logbook. `until`: last day, or `null`. */
const memberSchema = z.strictObject({
  personId,
  name: z.string(),
  role: z.enum(roles),
  from: date,
  until: z.nullable(date),
})

/** What a logbook is, beside its documents: whose, where, for which programme, with whom. */
export const logbookFactsSchema = z.strictObject({
  id: logbookId,
  centre: z.string(),
  company: z.strictObject({ name: z.string(), city: z.string(), activity: z.string() }),
  programme: z.string(),
  cohort: z.string(),
  contract: z.strictObject({ start: date, end: date }),
  members: z.array(memberSchema),
  /** Absent: the skills are those of the programme. */
  skills: z.exactOptional(importedSkillsSchema),
})

/** A key with which signatures of the logbook were made. `keyId`: RFC 7638 thumbprint. */
export const signingKeySchema = z.strictObject({
  keyId: z.string(),
  personId,
  device: z.string(),
  publicKey: publicKeySchema,
})

/** One operation’s place in the chain, see `domain/chain.ts`. */
export const linkSchema = z.strictObject({
  seq: z.int(),
  hash: sha256Hex,
  verdict: z.enum(['applied', 'merged', 'rejected', 'held']),
})

export type Member = z.infer<typeof memberSchema>
export type LogbookFacts = z.infer<typeof logbookFactsSchema>
export type SigningKey = z.infer<typeof signingKeySchema>
export type PublicKey = z.infer<typeof publicKeySchema>
