import type { Verdict } from '#domain/chain.ts'
import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import type { KindName } from '#domain/kinds.ts'
import type { FileReference, Operation } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import type { LogbookFacts, PublicKey, SigningKey } from '#protocol/logbookFacts.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import { Dexie, type EntityTable } from 'dexie'

/** A document as it was pulled. A kind of a newer app is kept too, and not shown. */
export type BaseRow = PulledDocument

/**
 * Where an operation is: written here; in a request; with a verdict that no pull has shown yet;
 * shown by a pull, kept in case the server loses it; or of a logbook that was taken away.
 */
export type OutboxStatus = 'pending' | 'sending' | 'settled' | 'archived' | 'quarantined'

export interface OutboxRow {
  readonly id: OperationId
  readonly logbookId: LogbookId
  readonly documentId: DocumentId
  readonly kind: KindName
  /**
   * This device’s counter in this logbook, 1, 2, 3 … without a hole. 0 or less: settled before this
   * browser became another device.
   */
  readonly n: number
  readonly status: OutboxStatus
  readonly operation: Operation
  readonly actor: Actor
  readonly result: {
    readonly verdict: Verdict
    readonly code: string | null
    readonly seq: number
    readonly at: string
  } | null
  /** The person has read that it was refused. */
  readonly noticed?: true
}

/** What this device holds of a logbook, and up to where. */
export interface BookRow {
  readonly id: LogbookId
  readonly role: Role
  readonly facts: LogbookFacts
  readonly grant: number
  readonly seq: number
  readonly chain: string
}

/**
 * A photo’s bytes. `waiting`: not confirmed by the server yet, never deleted. `refused`: the server
 * does not take it, and is not asked again until somebody wants to; only its person lets go of it.
 */
export interface FileRow extends FileReference {
  readonly logbookId: LogbookId
  readonly bytes: ArrayBuffer
  readonly state: 'waiting' | 'stored' | 'refused'
  /** The server’s code for why it was refused. */
  readonly refusal?: string
}

/** This browser as a device of this person. The private key cannot be read, only used. */
export interface DeviceRow {
  readonly key: 'device'
  readonly id: DeviceId
  readonly registered: boolean
  readonly signingKey: CryptoKeyPair | null
  readonly keyId: string | null
}

export interface ServerRow {
  readonly key: 'server'
  /** With which its receipts can be checked; `null`: nothing was pulled yet. */
  readonly publicKey: PublicKey | null
  /** When the server last confirmed something of ours; UTC instant by its clock. */
  readonly sentAt: string | null
}

/** The database of one person on this device; another person has another one. */
export class LogbookDb extends Dexie {
  declare readonly base: EntityTable<BaseRow, 'id'>
  declare readonly outbox: EntityTable<OutboxRow, 'id'>
  declare readonly counters: EntityTable<{ logbookId: LogbookId; n: number }, 'logbookId'>
  declare readonly books: EntityTable<BookRow, 'id'>
  declare readonly signingKeys: EntityTable<SigningKey, 'keyId'>
  declare readonly files: EntityTable<FileRow, 'sha256'>
  declare readonly device: EntityTable<DeviceRow, 'key'>
  declare readonly server: EntityTable<ServerRow, 'key'>

  constructor(personId: PersonId) {
    // Strict: what a person wrote is on the disk, not in a buffer, before the screen says so.
    super(databaseName(personId), { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      base: 'id, [logbookId+kind], kind',
      outbox: 'id, [logbookId+n], [documentId+status], [logbookId+status], status',
      counters: 'logbookId',
      books: 'id',
      signingKeys: 'keyId',
      files: 'sha256, state, logbookId',
      device: 'key',
      server: 'key',
    })
  }
}

const databaseName = (personId: PersonId): string => `livret-${personId}`
