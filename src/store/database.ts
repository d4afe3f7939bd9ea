import type { Verdict } from '#domain/chain.ts'
import type { DeviceId, DocumentId, LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import type { KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content, FileReference, Operation } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import type { EmptiedDevice } from '#protocol/devices.ts'
import type { LogbookFacts, PublicKey, SigningKey } from '#protocol/logbookFacts.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import { openDexie } from './dexieTables.ts'
import type { JournalTarget, Typed } from './journal.ts'
import { withRoom } from './room.ts'
import type { ReadTablesOf, TableDatabase, TableShape, TablesOf } from './tables.ts'

/**
 * Documents as they were pulled, several to a row: IndexedDB pays by the row. A kind of a newer app
 * is kept too, and not shown. See `packs.ts`.
 */
export interface PackRow {
  readonly kind: string
  readonly logbookId: LogbookId
  readonly bucket: number
  readonly documents: readonly PulledDocument[]
}

/**
 * A document that was written here and that no pull has shown yet: what was pulled, with what
 * waits replayed on it. Written in the transaction of the act, and made again from its parts
 * whenever one of them changes, so that it never says anything else than they do.
 */
export interface ShownRow {
  readonly kind: KindName
  readonly logbookId: LogbookId
  readonly id: DocumentId
  readonly document: LogbookDocument
  /** Number of the last operation in it. */
  readonly lastN: number
  /** The document before that operation, if it is a patch that may still grow. */
  readonly growable: { readonly before: LogbookDocument | null } | null
}

/** An operation without a verdict. */
export interface OutboxRow {
  readonly logbookId: LogbookId
  /**
   * This device’s counter in this logbook, 1, 2, 3 … without a hole. 0 or less: settled before this
   * browser became another device.
   */
  readonly n: number
  readonly documentId: DocumentId
  readonly kind: KindName
  readonly operation: Operation
  readonly actor: Actor
  /** Whose words are in it, see `JournalEntry`. */
  readonly typed?: Typed
  /** Of a logbook that was taken away: the person has seen that it was not sent. */
  readonly noticed?: true
}

export interface OperationResult {
  readonly verdict: Verdict
  readonly code: string | null
  readonly seq: number
  /** UTC instant by the server’s clock. */
  readonly at: string
  /** What the person said who settled it. */
  readonly reason?: string
}

/** An operation with a verdict, kept in case the server loses it. */
export interface SentRow extends OutboxRow {
  readonly result: OperationResult
  /** Refused or put aside, and not yet looked at by the person. */
  readonly attention?: 1
}

/** Several of them, of which nobody has to look at one: without a gap, in order. See `sent.ts`. */
export interface SentPack {
  readonly logbookId: LogbookId
  /** Number of the last. */
  readonly n: number
  readonly rows: readonly SentRow[]
}

/**
 * How far this device is in a logbook. Outlives the logbook: its numbers must not begin again.
 *
 * Of the operations written here, 1 to `settled` have a verdict, and the effect of 1 to `archived`
 * is in the packs. A request has carried 1 to `taken`: these no longer change.
 */
export interface ProgressRow {
  readonly logbookId: LogbookId
  readonly last: number
  readonly taken: number
  readonly settled: number
  readonly archived: number
  /** Where the server’s history stood at the last pull. */
  readonly seq: number
  readonly chain: string
  readonly grant: number
  /**
   * What the server says of every operation is asked for once more: it was restored, or had an operation
   * before this device knew.
   */
  readonly reread: boolean
  /** The logbook was taken away. */
  readonly revoked: boolean
  /** Something of ours was put aside: also without the logbook, we ask what became of it. */
  readonly held?: boolean
}

/** A logbook on this device. */
export interface BookRow {
  readonly id: LogbookId
  readonly role: Role
  readonly facts: LogbookFacts
}

/**
 * A photo or sound that was taken here, as long as its bytes are. `waiting`: not confirmed by the server yet,
 * never let go of. `refused`: the server does not take it, and is not asked again until somebody
 * wants to; only its person lets go of it. `stored`: the server has it.
 */
export interface FileRow extends FileReference {
  readonly logbookId: LogbookId
  readonly state: 'waiting' | 'stored' | 'refused'
  /** When it was taken; UTC instant of this device. */
  readonly addedAt: string
  /** The server’s code for why it was refused. */
  readonly refusal?: string
}

/**
 * `original`: the bytes that the hash names; of a sound there is nothing else. `screen`,
 * `thumbnail`: pictures of it to look at, as the server drew them, or the small one as this device
 * did.
 */
export type PictureForm = 'original' | 'screen' | 'thumbnail'

/**
 * That the bytes of a picture, or of a sound, are here. Apart from them, so that a list of many
 * weighs nothing.
 */
export interface PictureRow {
  readonly sha256: string
  readonly form: PictureForm
  readonly logbookId: LogbookId
  /** Of these bytes. */
  readonly size: number
  /** When it was last shown; UTC instant of this device. */
  readonly usedAt: string
}

/** An ArrayBuffer, not a Blob: WebKit has lost Blobs. */
export interface BytesRow {
  readonly sha256: string
  readonly form: PictureForm
  readonly bytes: ArrayBuffer
}

/**
 * A moment of a recording that is not a file yet: its page records it, or was closed meanwhile. All
 * pieces of a recording in their order make the file.
 */
export interface RecordingRow extends JournalTarget {
  /** Of the recording, and of the memo that becomes of it. */
  readonly id: string
  /** 0, 1, 2 … */
  readonly n: number
  /** The fields that name the document. */
  readonly identity: Content
  readonly mime: string
  readonly bytes: ArrayBuffer
}

/** This browser as a device of this person. The private key cannot be read, only used. */
export interface DeviceRow {
  readonly key: 'device'
  readonly id: DeviceId
  readonly registered: boolean
  readonly signingKey: CryptoKeyPair | null
  readonly keyId: string | null
  /** The browser had deleted what Livret kept here before, and the person was not told yet. */
  readonly emptied?: EmptiedDevice | undefined
}

export interface ServerRow {
  readonly key: 'server'
  /** With which its receipts can be checked; `null`: nothing was pulled yet. */
  readonly publicKey: PublicKey | null
  /** When the server last confirmed something of ours; UTC instant by its clock. */
  readonly sentAt: string | null
}

export interface Rows {
  readonly packs: PackRow
  readonly shown: ShownRow
  readonly outbox: OutboxRow
  readonly sent: SentRow | SentPack
  readonly progress: ProgressRow
  readonly books: BookRow
  readonly signingKeys: SigningKey
  readonly files: FileRow
  readonly pictures: PictureRow
  readonly bytes: BytesRow
  readonly recordings: RecordingRow
  readonly device: DeviceRow
  readonly server: ServerRow
}

export type TableName = keyof Rows
/** The named tables, within a transaction. */
export type Tables<Name extends TableName> = Pick<TablesOf<Rows>, Name>
/** The same, to be read only. */
export type ReadTables<Name extends TableName> = Pick<ReadTablesOf<Rows>, Name>

/** The database of one person on this device; another person has another one. */
export type LogbookDb = TableDatabase<Rows>

export const shapes: Readonly<Record<TableName, TableShape>> = {
  packs: { key: ['kind', 'logbookId', 'bucket'], indexes: { logbook: ['logbookId'] } },
  shown: {
    key: ['kind', 'logbookId', 'id'],
    indexes: { logbook: ['logbookId', 'lastN'] },
  },
  outbox: { key: ['logbookId', 'n'], indexes: { document: ['documentId'] } },
  sent: { key: ['logbookId', 'n'], indexes: { attention: ['attention'] } },
  progress: { key: ['logbookId'], indexes: {} },
  books: { key: ['id'], indexes: {} },
  signingKeys: { key: ['keyId'], indexes: {} },
  files: { key: ['sha256'], indexes: { state: ['state', 'addedAt'], logbook: ['logbookId'] } },
  pictures: { key: ['sha256', 'form'], indexes: { logbook: ['logbookId'] } },
  bytes: { key: ['sha256', 'form'], indexes: {} },
  recordings: { key: ['id', 'n'], indexes: {} },
  device: { key: ['key'], indexes: {} },
  server: { key: ['key'], indexes: {} },
}

export function openLogbookDb(personId: PersonId): LogbookDb {
  const db = openDexie<Rows>(`livret:${personId}`, shapes)
  // What people write comes first: pictures that the server has make room for it.
  return {
    ...db,
    write: (names, work, durability) => withRoom(db, () => db.write(names, work, durability)),
  }
}
