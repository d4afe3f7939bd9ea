import { roles } from '#domain/kind.ts'
import { settlementDecisions } from '#domain/settlement.ts'
import * as z from 'zod/mini'
import { instant, logbookId, operationId, personId } from './identifier.ts'

/** Longest reason that is read, in UTF-16 code units; a shorter limit is told in plain words. */
const REASON_READ_MAX = 10_000

/** An operation that was put aside, for whoever decides about it. */
const heldItemSchema = z.object({
  operationId,
  /** Who acted, and as what at that time; `null`: nothing any more. */
  personId,
  name: z.string(),
  role: z.nullable(z.enum(roles)),
  /** On whose device, if it was handed over. */
  via: z.nullable(z.string()),
  /** As it says itself: a newer app may know kinds and acts that we do not. */
  kind: z.nullable(z.string()),
  act: z.nullable(z.string()),
  documentId: z.nullable(z.string()),
  /** ISO week or ISO date of the document; empty: not known. */
  when: z.string(),
  /** By the device’s clock; `null`: it does not say. */
  writtenAt: z.nullable(instant),
  receivedAt: instant,
  /** Why it was put aside. */
  code: z.string(),
  words: z.array(z.string()),
  /** Who brought it in a rescue file; `null`: its device sent it. */
  broughtBy: z.nullable(z.string()),
})

/** `GET /api/v1/logbooks/:id/held`: the oldest first; `total`: with those that are not listed. */
export const heldListSchema = z.object({ items: z.array(heldItemSchema), total: z.int() })

/** `GET /api/v1/logbooks/held`: the logbooks in which something waits for this person to decide. */
export const heldCountsSchema = z.object({
  logbooks: z.array(z.object({ id: logbookId, count: z.int() })),
})

/** `POST /api/v1/logbooks/:id/held/:operationId`. */
export const settleRequestSchema = z.strictObject({
  decision: z.enum(settlementDecisions),
  reason: z.nullable(z.string().check(z.maxLength(REASON_READ_MAX))),
})

/** What became of it. */
export const settledSchema = z.object({
  verdict: z.enum(['applied', 'merged', 'rejected', 'held']),
  code: z.nullable(z.string()),
})

export type HeldItem = z.infer<typeof heldItemSchema>
export type HeldList = z.infer<typeof heldListSchema>
export type HeldCounts = z.infer<typeof heldCountsSchema>
export type Settled = z.infer<typeof settledSchema>
