import type { SettlementDecision } from '#domain/settlement.ts'
import type { HeldItem, HeldList, Settled } from '#protocol/held.ts'

/** What waits in one logbook, as far as it is known here. */
export type HeldState =
  | { readonly kind: 'loading' | 'offline' | 'not-yours' | 'broken' }
  | { readonly kind: 'ok'; readonly list: HeldList }

/** Why nothing was decided. */
export type SettleProblem =
  | 'offline'
  | 'still-held'
  | 'files-missing'
  | 'earlier-first'
  | 'already-settled'
  | 'not-found'
  | 'no-reason'
  | 'too-long'
  | 'other'

export type SettleEnd =
  | { readonly kind: 'settled'; readonly settled: Settled }
  | { readonly kind: 'problem'; readonly problem: SettleProblem }

/** Settles one item; `reason` is for its author. */
export type Settle = (
  item: HeldItem,
  decision: SettlementDecision,
  reason: string | null,
) => Promise<SettleEnd>
