import type { DeviceId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Membership } from '#domain/membership.ts'
import type { SettlementDecision } from '#domain/settlement.ts'
import type { SigningKey } from '#protocol/logbookFacts.ts'
import type { Changes, Head, KeptOperation, OpenLogbook, StoredDocument } from './logbookStorage.ts'

/** An operation that was put aside, as it came. */
export interface HeldOperation extends Pick<KeptOperation, 'id' | 'body' | 'hash' | 'at'> {
  readonly deviceId: DeviceId
  /** Who acted: the device’s owner, or the person it was handed to. */
  readonly actor: { readonly personId: PersonId; readonly name: string }
  readonly owner: { readonly personId: PersonId; readonly name: string }
  /** The device’s key, also of one that was reported lost since; `null`: it does not sign. */
  readonly key: SigningKey | null
  readonly code: string
  /** Who brought it in a file; `null`: its device sent it. */
  readonly broughtBy: { readonly personId: PersonId; readonly name: string } | null
  /** Something that the same device wrote before, and that came in a file too, waits as well. */
  readonly isBehind: boolean
  readonly isSettled: boolean
}

/** A person’s decision, as it is kept. */
export interface KeptSettlement extends Head {
  readonly operationId: OperationId
  readonly settler: PersonId
  readonly decision: SettlementDecision
  readonly reason: string | null
  readonly verdict: KeptOperation['verdict']
  readonly code: string | null
  readonly hash: string
  /** UTC instant. */
  readonly at: string
}

/** What a settlement changes in one logbook. */
export interface SettlementChanges extends Pick<Changes, 'documents' | 'versions' | 'signatures'> {
  readonly settlement: KeptSettlement
}

/** A logbook that nobody else writes in, and one operation that was put aside there. */
export interface HeldLogbook extends Pick<
  OpenLogbook,
  'head' | 'programme' | 'memberships' | 'documents' | 'loadDocuments' | 'findFiles'
> {
  /** `null`: there is none of this id, or it was never put aside. */
  readonly held: HeldOperation | null
  /** Throws `Unstorable` where the words themselves are at fault. */
  readonly write: (changes: SettlementChanges) => Promise<void>
}

/** What is open in one logbook, as one moment saw it. */
export interface HeldOfLogbook {
  readonly memberships: readonly Membership[]
  /** Those that nobody has settled, the oldest first, as many as were asked for. */
  readonly held: readonly HeldOperation[]
  readonly total: number
  readonly loadDocuments: (
    ids: readonly StoredDocument['document']['id'][],
  ) => Promise<StoredDocument[]>
}

/** What settling asks of whatever keeps the logbooks. `null`: there is no such logbook. */
export interface HeldStorage {
  readonly inHeldLogbook: <Result>(
    id: LogbookId,
    operationId: OperationId,
    work: (logbook: HeldLogbook) => Promise<Result>,
  ) => Promise<Result | null>
  readonly readHeld: <Result>(
    id: LogbookId,
    most: number,
    work: (held: HeldOfLogbook) => Promise<Result>,
  ) => Promise<Result | null>
  /** How many are open in each logbook of a person where some are, with their parts in it. */
  readonly countHeld: (personId: PersonId) => Promise<readonly HeldCount[]>
}

export interface HeldCount {
  readonly id: LogbookId
  readonly memberships: readonly Membership[]
  readonly count: number
}
