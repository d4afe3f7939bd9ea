import type { Link, Verdict } from '#domain/chain.ts'
import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Role, State } from '#domain/kind.ts'
import type { KindName } from '#domain/kinds.ts'
import type { LogbookDocument, Signature, Version } from '#domain/logbookDocument.ts'
import type { Membership } from '#domain/membership.ts'
import type { LogbookFacts, SigningKey } from '#protocol/logbookFacts.ts'
import type { Result } from '#protocol/sync.ts'

/**
 * What the exchange with devices asks of whatever keeps the logbooks: PostgreSQL (`postgres…` in
 * this folder), or memory in the simulation.
 */
export interface LogbookStorage {
  /**
   * Runs `work` on one logbook while nobody else writes in it: what it writes happens when it
   * resolves, whole, or not at all when it throws. `null`: there is no such logbook.
   */
  readonly inLogbook: <Result>(
    id: LogbookId,
    ahead: Ahead,
    work: (logbook: OpenLogbook) => Promise<Result>,
  ) => Promise<Result | null>
  /** Runs `work` on what one moment saw of everything. */
  readonly inSnapshot: <Result>(work: (snapshot: Snapshot) => Promise<Result>) => Promise<Result>
}

/** What the work will ask of a logbook before anything else: it is read in one go. */
export interface Ahead {
  readonly deviceId: DeviceId
  readonly operationIds: readonly OperationId[]
  readonly documentIds: readonly DocumentId[]
}

/** What was to be written cannot be, and could not be a second time: it is the words’ own fault. */
export class Unstorable extends Error {}

/** Where a logbook’s history stands. */
export interface Head {
  readonly seq: number
  readonly chain: string
}

/** A document as it rests here. */
export interface StoredDocument {
  readonly document: LogbookDocument
  /** Last change its author can see. */
  readonly seq: number
  /** Last change others can see; `null`: they can see nothing of it. */
  readonly sharedSeq: number | null
}

/** One operation as it was received, and what became of it. */
export interface KeptOperation {
  readonly id: OperationId
  readonly deviceId: DeviceId
  readonly n: number
  readonly actor: PersonId
  /** JSON text. */
  readonly body: string
  readonly hash: string
  readonly seq: number
  readonly verdict: Verdict
  readonly code: string | null
  /** UTC instant. */
  readonly at: string
  /** Head of the chain after this operation. */
  readonly chain: string
}

/** The frame of a document: enough to know who sees it, and when it changed last. */
export interface DocumentFrame {
  readonly id: DocumentId
  readonly logbookId: LogbookId
  readonly kind: KindName
  readonly author: PersonId
  readonly state: State
  readonly seq: number
  readonly sharedSeq: number | null
  /** How many versions it has. */
  readonly versions: number
}

/** A document for who sends it on: its contents are JSON, and need not be read for that. */
export interface DocumentText extends DocumentFrame {
  /** JSON of its `fields` and `alternatives`; `null`: a draft that was not asked for. */
  readonly draft: string | null
  /** JSON of its `returns`, `versions` and `signatures`. */
  readonly frozen: string
}

/** What a signature row says beside the signature: set by the server when it comes in. */
export interface SignatureProof {
  readonly receipt: string
  /** The key as it was on that day; `null`: it was not made with one. */
  readonly key: SigningKey | null
}

/** All that one push changes in one logbook. Versions, signatures and operations are only ever added. */
export interface Changes {
  readonly operations: readonly KeptOperation[]
  readonly documents: readonly StoredDocument[]
  readonly versions: readonly { readonly documentId: DocumentId; readonly version: Version }[]
  readonly signatures: readonly {
    readonly documentId: DocumentId
    readonly signature: Signature
    readonly proof: SignatureProof
    /** Of the operation that brought it: the order in which people signed. */
    readonly seq: number
  }[]
  readonly head: Head
  /** How far the device has come here, and how many operations it still holds. */
  readonly counter: {
    readonly deviceId: DeviceId
    readonly lastN: number
    readonly pending: number
  }
}

/** A logbook that nobody else writes in. */
export interface OpenLogbook {
  readonly head: Head
  readonly grantNumber: number
  /** Id of its programme. */
  readonly programme: string
  readonly memberships: readonly Membership[]
  /** What became of those of the operations that came before, whichever device sent them. */
  readonly results: ReadonlyMap<OperationId, Result>
  /** The device’s last number here; 0 before its first operation. */
  readonly lastN: number
  /** Those of the documents named ahead that there are. */
  readonly documents: readonly StoredDocument[]
  readonly loadDocuments: (ids: readonly DocumentId[]) => Promise<StoredDocument[]>
  /** What those of these hashes are whose bytes are stored for this logbook: their MIME types. */
  readonly findFiles: (hashes: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /**
   * Once, at the end of the work. Where the words themselves are at fault, `inLogbook` throws
   * `Unstorable`.
   */
  readonly write: (changes: Changes) => void
}

/** More changes than the members and facts of one logbook ever see. */
export const GRANTS_MAX = 100_000

/** What became of an operation, and what a person said who settled it. */
export interface KnownResult extends Result {
  readonly reason?: string | null
}

/** How far a device knows what became of its operations. */
export interface SettledPlace {
  readonly id: LogbookId
  /** All its operations up to this number have a verdict. */
  readonly n: number
  /** Up to here it knows what people settled. */
  readonly seq: number
  /** Of those it has sent here: what only a file brought is none of them. */
  readonly lastN: number
}

/** A logbook that a person may read. */
export interface ReadableLogbook extends Head {
  readonly id: LogbookId
  readonly role: Role
  /**
   * Changes of the members and the facts, plus `GRANTS_MAX` times the generation: the instant in
   * seconds since 1970 of the restore this database comes from, 0 without one.
   */
  readonly grantNumber: number
}

/** What one moment saw. Statements do not grow with the number of logbooks asked for. */
export interface Snapshot {
  /** The logbooks that a person may read on a day (ISO date). No order. */
  readonly listReadable: (personId: PersonId, day: string) => Promise<ReadableLogbook[]>
  /** The heads of the chain that logbooks had at these numbers; `null` where there was none. */
  readonly findHeads: (
    places: readonly { readonly id: LogbookId; readonly seq: number }[],
  ) => Promise<(id: LogbookId, seq: number) => string | null>
  /** The frames of all documents of these logbooks, by logbook. */
  readonly listFrames: (ids: readonly LogbookId[]) => Promise<Map<LogbookId, DocumentFrame[]>>
  /** Documents of these logbooks, in the order of `seq`; `ids`: only those, `null`: all. */
  readonly loadDocuments: (filter: DocumentFilter) => Promise<StoredDocument[]>
  /** The same as texts. Drafts only of kinds that show them, and of `author`. */
  readonly loadTexts: (filter: DocumentFilter, author: PersonId) => Promise<DocumentText[]>
  /** What the logbooks are beside their documents, with everybody who ever belonged to them. */
  readonly readFacts: (ids: readonly LogbookId[]) => Promise<Map<LogbookId, LogbookFacts>>
  /** The keys that made a signature in a logbook for the first time after `seq`. */
  readonly listSigningKeys: (
    since: readonly { readonly id: LogbookId; readonly seq: number }[],
  ) => Promise<Map<LogbookId, SigningKey[]>>
  /** What became of this device’s operations, as far as it cannot know, by logbook. */
  readonly listVerdicts: (
    deviceId: DeviceId,
    settled: readonly SettledPlace[],
  ) => Promise<Map<LogbookId, KnownResult[]>>
  /** The device’s last number in each of these logbooks. */
  readonly lastNumbers: (
    deviceId: DeviceId,
    ids: readonly LogbookId[],
  ) => Promise<Map<LogbookId, number>>
  /** The whole history of a logbook, in order, without its words. */
  readonly listLinks: (id: LogbookId) => Promise<Link[]>
}

/** Of which logbooks, and which documents of them; `null`: all. */
export interface DocumentFilter {
  readonly logbookIds: readonly LogbookId[]
  readonly ids: readonly DocumentId[] | null
}
