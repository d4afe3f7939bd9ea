import type { OperationType } from './operation.ts'

/**
 * apprenti, maître d’apprentissage, formateur référent, responsable pédagogique, représentant
 * légal, auditeur.
 */
export const roles = [
  'apprentice',
  'master',
  'trainer',
  'coordinator',
  'guardian',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/** Whether somebody in this part sees to it that the apprentice gets on. */
export const follows = (role: Role): boolean => role === 'trainer' || role === 'coordinator'

export const states = [
  'draft',
  'submitted',
  'signed',
  'published',
  'acknowledged',
  'open',
  'frozen',
  'discarded',
] as const
export type State = (typeof states)[number]

/** A field whose value stands alone under its own key. */
export type PlainField =
  /** `max`: UTF-16 code units allowed when the document is frozen; a draft may be longer. */
  | { readonly type: 'text'; readonly max: number }
  /** ISO week, `2025-W41`. */
  | { readonly type: 'week' }
  /** ISO date of the civil calendar. */
  | { readonly type: 'date' }
  /** The same in any year in which somebody was born. */
  | { readonly type: 'birthDate' }
  | { readonly type: 'choice'; readonly of: readonly string[] }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  /** Code of something that the programme names: a subject, an exam. */
  | { readonly type: 'code' }
  /** Id of another document of the same logbook. */
  | { readonly type: 'document' }
  /** The role in which the author writes; cannot be another’s. */
  | { readonly type: 'authorRole' }
  /** Something to hear, as a `FileReference`. */
  | { readonly type: 'sound' }

/** A field that holds many values, each under its own key, so that they merge one by one. */
export type ManyField =
  /** `tasks/prospection` → true. */
  | { readonly type: 'ticks' }
  /** `photos/<id>` → `FileReference` of a picture. `max`: how many. */
  | { readonly type: 'files'; readonly max: number }
  /** `actions/<id>/label` → value. `max`: how many. */
  | {
      readonly type: 'items'
      readonly max: number
      readonly of: Readonly<Record<string, PlainField>>
    }
  /** `sections/master` → hash of the version frozen with this one; written by `freeze` alone. */
  | { readonly type: 'hashes' }

export type Field = PlainField | ManyField

/** One line of a lifecycle: who, from where, to where. */
export interface Step {
  readonly by: 'author' | 'signers' | readonly Role[]
  readonly from: readonly (State | 'none')[]
  /** Absent: the state stays. */
  readonly to?: State
  /** Makes an immutable version of the content. */
  readonly freezes?: true
}

/** Whose signatures make the document signed: one of the signers, each, or by the value of a choice. */
export type Quorum =
  | 'any'
  | 'each'
  | { readonly field: string; readonly of: Readonly<Record<string, readonly Role[]>> }

/** Declaration of a kind of document, as data: screens, rights, sync and export work from it. */
export interface Kind {
  readonly authors: readonly Role[]
  /** Who reads it once a version exists. The author always does. */
  readonly readers: readonly Role[]
  /** Who reads it before. Nobody but the author, for nearly all kinds. */
  readonly draftReaders: readonly Role[]
  readonly signers: readonly Role[]
  readonly quorum: Quorum
  /** Acts of a person present, on the device of somebody who holds one of the roles of `by`. */
  readonly handOver: { readonly by: readonly Role[]; readonly acts: readonly OperationType[] }
  /** Fields that name the document: there is one for each combination of their values. */
  readonly identity: readonly string[]
  /** Field that names the document this one is a part of; frozen with it. */
  readonly partOf?: string
  /** Groups of fields; a version needs a value in at least one field of each. */
  readonly needs: readonly (readonly string[])[]
  readonly fields: Readonly<Record<string, Field>>
  readonly lifecycle: Readonly<Partial<Record<OperationType, Step>>>
}
