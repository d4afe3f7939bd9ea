import type { Role } from '#domain/kind.ts'
import type { OperationType } from '#domain/operation.ts'
import type { PersonName } from './builders.ts'

/**
 * The author, and somebody of each role who is not the author. In a second centre the same roles
 * are played by people of another logbook, see `builders.ts`.
 */
export type Who = 'author' | Role

/** Where a document can stand. The last ones are states with a past that matters. */
export type Situation =
  | 'none'
  | 'draft'
  | 'submitted'
  | 'signed'
  | 'published'
  | 'acknowledged'
  | 'open'
  | 'frozen'
  | 'discarded'
  /** A draft again, after a version that others have read. */
  | 'reopened'
  /** A section that was sent, of an interview that is frozen. */
  | 'locked'

/** `does`: it happens. `kept`: what was sent is kept and moves nothing. Elsewhere it is refused. */
export interface Allowed {
  readonly does?: readonly Situation[]
  readonly kept?: readonly Situation[]
}
export type Line = Readonly<Partial<Record<Who, Allowed>>>

export const begins: Allowed = { does: ['none'] }
/** Signs documents of this kind, and not this one: may know that there is none. */
export const ofAnother: Allowed = {}

/**
 * What somebody sees: `all` of it · the `frame`, which is the draft and the versions but not the
 * wordings put aside · the `versions` with their signatures and returns · or nothing, as if it
 * did not exist. Those who are not named see nothing.
 */
export type Sight = 'all' | 'frame' | 'versions' | 'nothing'

export type Acts = Readonly<Partial<Record<OperationType, Line>>>
export type Reading = Readonly<
  Partial<Record<Situation, readonly { readonly who: readonly Role[]; readonly see: Sight }[]>>
>

/** All that is said of one kind. */
export interface KindTable {
  /** Who writes the documents of the table. The others of the role are somebody else. */
  readonly author: PersonName
  readonly situations: readonly Situation[]
  readonly acts: Acts
  readonly reading: Reading
}

/** Somebody else of the author’s role. */
export const seconds: Readonly<Partial<Record<Role, PersonName>>> = {
  apprentice: 'secondApprentice',
  master: 'secondMaster',
  trainer: 'secondTrainer',
  coordinator: 'secondCoordinator',
}
