import { draftContent } from './content.ts'
import type { DocumentId, LogbookId, PersonId } from './identifiers.ts'
import type { Role, State } from './kind.ts'
import { kinds, type KindName } from './kinds.ts'
import { lastVersion, type LogbookDocument } from './logbookDocument.ts'
import { rolesOn, type Membership } from './membership.ts'
import type { OperationType } from './operation.ts'
import { signersOf } from './signing.ts'

/** Who acts, in which logbook, as what, and when. */
export interface Actor {
  readonly logbookId: LogbookId
  readonly personId: PersonId
  readonly role: Role
  /** UTC instant by the clock of whoever decides. */
  readonly at: string
  /** Owner of the device, when it was handed over to this person. */
  readonly via?: { readonly personId: PersonId; readonly role: Role } | undefined
}

/** Finds another document of the same logbook, or `null`. */
export type FindDocument = (id: DocumentId) => LogbookDocument | null

/**
 * Whether the person has the part in the trade that the act asks for, whatever the state.
 * `document` is `null` before its first line.
 */
export function plays(
  actor: Actor,
  act: OperationType,
  kindName: KindName,
  document: LogbookDocument | null,
): boolean {
  const kind = kinds[kindName]
  const step = kind.lifecycle[act]
  if (!step) return false
  if (actor.via) {
    const lent = kind.handOver.acts.includes(act) && kind.handOver.by.includes(actor.via.role)
    if (!lent || actor.via.personId === actor.personId) return false
  }
  if (document && document.logbookId !== actor.logbookId) return false
  if (step.by === 'author') {
    return kind.authors.includes(actor.role) && (!document || document.author === actor.personId)
  }
  if (step.by === 'signers') {
    // Of any version: a signature on an earlier one is still kept.
    const contents = document?.versions.length
      ? document.versions.map(({ content }) => content)
      : [document ? draftContent(kind, document) : {}]
    return contents.some((content) => signersOf(kind, content).includes(actor.role))
  }
  return step.by.includes(actor.role)
}

/** Whether a screen offers the act: the person’s part, and the document’s state. */
export function may(
  actor: Actor,
  act: OperationType,
  document: LogbookDocument,
  find: FindDocument = () => null,
): boolean {
  const kind = kinds[document.kind]
  if (!plays(actor, act, document.kind, document)) return false
  if (kind.lifecycle[act]?.from.includes(document.state) !== true) return false
  if (act === 'resolve') return true
  if (act === 'discard' && document.versions.length > 0) return false
  if (act !== 'sign') return !isLocked(document, find)
  const wanted = signersOf(kind, lastVersion(document)?.content ?? {})
  return wanted.includes(actor.role) && !hasSigned(actor.personId, document)
}

/** Whether a person may begin a document of this kind. */
export const mayBegin = (actor: Actor, kind: KindName): boolean => plays(actor, 'patch', kind, null)

/** Whether a person of this role reads documents of the kind at all. */
export const readsKind = (role: Role, kind: KindName): boolean =>
  kinds[kind].authors.includes(role) || kinds[kind].readers.includes(role)

/** Who decides about operations that were put aside. */
const settlers: readonly Role[] = ['coordinator']

/** Whether somebody may settle operations that were put aside in this logbook, on `day` (ISO date). */
export const maySettle = (
  memberships: readonly Membership[],
  personId: PersonId,
  day: string,
): boolean => rolesOn(memberships, personId, day).some((role) => settlers.includes(role))

const hasSigned = (personId: PersonId, document: LogbookDocument) =>
  document.signatures.some(
    ({ signer, version }) => signer === personId && version === lastVersion(document)?.number,
  )

/** A part can no longer change once the document it is a part of is frozen. */
export function isLocked(document: LogbookDocument, find: FindDocument): boolean {
  const { partOf } = kinds[document.kind]
  const id = partOf ? document.fields[partOf]?.value : undefined
  const parent = typeof id === 'string' ? find(id as DocumentId) : null
  const closed: readonly State[] = ['frozen', 'signed', 'discarded']
  return parent !== null && closed.includes(parent.state)
}

export type Reader = Pick<Actor, 'personId' | 'role'>

/**
 * What `reader` may see of a document: all of it (its author), the frame and the draft (those the
 * kind names), versions, returns and signatures (the kind’s readers, once there is a version), or
 * `null`: for this person it does not exist.
 */
export function project(document: LogbookDocument, reader: Reader): LogbookDocument | null {
  if (document.author === reader.personId) return document
  const kind = kinds[document.kind]
  const frozen = document.versions.length > 0
  const draft = kind.draftReaders.includes(reader.role)
  if (document.state === 'discarded') return null
  if (!draft && !(frozen && kind.readers.includes(reader.role))) return null
  return { ...document, fields: draft ? document.fields : {}, alternatives: {} }
}
