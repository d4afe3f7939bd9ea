import { canonicalJson } from './canonicalJson.ts'
import { hashOfText } from './hash.ts'
import type { LogbookId, OperationId, PersonId } from './identifiers.ts'

/** `take`: it is decided now, as if it had just come. `refuse`: it is kept, and has no effect. */
export const settlementDecisions = ['take', 'refuse'] as const
export type SettlementDecision = (typeof settlementDecisions)[number]

/** Code of an operation that a person refused. */
export const NOT_TAKEN = 'not-taken'

/** What a person decided about an operation that was put aside. */
export interface SettlementStatement {
  readonly logbook: LogbookId
  readonly operation: OperationId
  /** SHA-256 in hex of the operation as it was received. */
  readonly operationHash: string
  readonly settler: PersonId
  readonly decision: SettlementDecision
  readonly reason: string | null
  /** What became of it, beside its verdict. */
  readonly code: string | null
  /** UTC instant by the server’s clock. */
  readonly at: string
}

/** SHA-256 in hex: what the chain holds of a settlement, beside its verdict. */
export const settlementHash = (statement: SettlementStatement): string =>
  hashOfText(canonicalJson({ ...statement }))
