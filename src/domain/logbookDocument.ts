import type { DocumentId, LogbookId, OperationId, PersonId } from './identifiers.ts'
import type { Role, State } from './kind.ts'
import type { KindName } from './kinds.ts'
import type { Content, Value } from './operation.ts'

/** A value and the operation that wrote it. */
export interface Written {
  readonly value: Value
  readonly by: OperationId
}

/** Frozen content. Its bytes and its hash never change. */
export interface Version {
  /** 1, 2, 3 … */
  readonly number: number
  /** SHA-256 in hex over the canonical JSON of `versionStatement`. */
  readonly hash: string
  readonly content: Content
  /** UTC instant by the clock of whoever decided: the server’s, once it has. */
  readonly at: string
}

/**
 * How a signature was obtained: by the key of the signer’s own device; in a signed-in session
 * where no key could be kept; or on another person’s device, the signer being present.
 */
export type EvidenceLevel = 'device-key' | 'session' | 'in-person'

/** A visa: a row beside a version’s hash, never a mark inside the document. */
export interface Signature {
  /** Number of the version signed. */
  readonly version: number
  readonly hash: string
  readonly signer: PersonId
  readonly role: Role
  readonly level: EvidenceLevel
  /** Whose device it was, for `in-person`. */
  readonly via: PersonId | null
  readonly at: string
  readonly jws: string | null
  /** Compact JWS of the server: the trusted time and its place in the chain. `null`: not there yet. */
  readonly receipt: string | null
  readonly by: OperationId
}

/** A return: which version went back to its author, and why. */
export interface ReturnRow {
  readonly version: number
  readonly reason: string
  readonly person: PersonId
  readonly role: Role
  readonly at: string
  readonly by: OperationId
}

/** Anything people write in a logbook, in its present state. */
export interface LogbookDocument {
  readonly id: DocumentId
  readonly logbookId: LogbookId
  readonly kind: KindName
  readonly author: PersonId
  readonly state: State
  /** The draft: what the author sees and goes on writing. Empty for those who may not read it. */
  readonly fields: Readonly<Record<string, Written>>
  /** Wordings that lost against a concurrent or earlier one, by field key; the author decides. */
  readonly alternatives: Readonly<Record<string, readonly Written[]>>
  readonly returns: readonly ReturnRow[]
  readonly versions: readonly Version[]
  readonly signatures: readonly Signature[]
}

export const lastVersion = (document: LogbookDocument): Version | undefined =>
  document.versions.at(-1)

/** The return the author has to answer now, or `null`. */
export function openReturn(document: LogbookDocument): ReturnRow | null {
  const last = document.returns.at(-1)
  const waits = document.state === 'draft' && last?.version === lastVersion(document)?.number
  return waits ? (last ?? null) : null
}

/** Signatures on the version people see now; the others are on an earlier one. */
export const currentSignatures = (document: LogbookDocument): readonly Signature[] =>
  document.signatures.filter(({ version }) => version === lastVersion(document)?.number)
