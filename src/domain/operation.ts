import type { DocumentId, OperationId, PersonId } from './identifiers.ts'
import type { Role } from './kind.ts'
import type { KindName } from './kinds.ts'

/** A photo or a sound by its content. `sha256` in hex; `size` in bytes of what is stored. */
export interface FileReference {
  readonly sha256: string
  readonly size: number
  readonly mime: string
}

/** Value of one field; `null` empties it. */
export type Value = string | number | boolean | null | FileReference

/** Flat map from field key to value: `told`, `tasks/visit-client`, `actions/<id>/due`. */
export type Content = Readonly<Record<string, Value>>

/** The longest text a draft may hold in one field, in UTF-16 code units: a pasted book chapter. */
export const DRAFT_TEXT_MAX = 100_000

/** Longest reason for a return, in UTF-16 code units: about ten lines on a phone. */
export const REASON_MAX = 500

/** What every operation carries. Its `at` is the device’s claim, never an order. */
export interface Intent {
  readonly id: OperationId
  readonly documentId: DocumentId
  readonly kind: KindName
  /** Version of this operation’s shape; each that was released stays acceptable. */
  readonly v: number
  /** UTC instant by the device’s clock. */
  readonly at: string
  /** Who acts, when the device was handed over to a person present; `null`: its owner. */
  readonly present: PersonId | null
}

export interface Patch extends Intent {
  readonly type: 'patch'
  readonly set: Content
  /** For each key, the operation whose value the author saw. Absent: there was none. */
  readonly seen: Readonly<Record<string, OperationId>>
}

export interface Return extends Intent {
  readonly type: 'return'
  /** Hash of the version that was read. */
  readonly hash: string
  readonly reason: string
}

export interface Freeze extends Intent {
  readonly type: 'freeze'
  /** Hash of the version of each party’s section that is frozen together with this document. */
  readonly sections: Readonly<Partial<Record<Role, string>>>
}

export interface Sign extends Intent {
  readonly type: 'sign'
  /** Hash of the version that was read. */
  readonly hash: string
  /** Compact JWS over the statement (see `signatureStatement`); `null`: no key could be kept. */
  readonly jws: string | null
}

/** Drops the alternatives of a field that the author has looked at. */
export interface Resolve extends Intent {
  readonly type: 'resolve'
  readonly key: string
  readonly drop: readonly OperationId[]
}

export interface PlainAct extends Intent {
  readonly type: 'submit' | 'withdraw' | 'publish' | 'amend' | 'discard'
}

/** An immutable intent of one person. */
export type Operation = Patch | Return | Freeze | Sign | Resolve | PlainAct
export type OperationType = Operation['type']

export const operationTypes = [
  'patch',
  'submit',
  'withdraw',
  'return',
  'publish',
  'freeze',
  'sign',
  'amend',
  'resolve',
  'discard',
] as const satisfies readonly OperationType[]
