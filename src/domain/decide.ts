import { cleanText, isBlank } from './content.ts'
import { documentIdOf } from './documentId.ts'
import type { DocumentId } from './identifiers.ts'
import type { Kind, Role, Step } from './kind.ts'
import { sectionKindOf } from './interviewKinds.ts'
import { kinds } from './kinds.ts'
import { lastVersion, type LogbookDocument } from './logbookDocument.ts'
import { keepLate, merge } from './merge.ts'
import {
  REASON_MAX,
  type Content,
  type Freeze,
  type Operation,
  type Patch,
  type Resolve,
  type Return,
  type Sign,
} from './operation.ts'
import { isLocked, plays, type Actor, type FindDocument } from './rights.ts'
import { isComplete, signatureRow, signersOf } from './signing.ts'
import { freeze, type Unready } from './versions.ts'

/** Why an act is refused. */
export type Refusal =
  | 'not-allowed'
  | 'no-document'
  | 'wrong-state'
  | 'wrong-identity'
  | 'unknown-version'
  | 'no-reason'
  | 'sections-missing'
  | Unready

/** Why an act that was accepted did less, or other, than it says. */
export type Remark = 'both-kept' | 'late' | 'superseded' | 'already-signed'

export type Decision =
  | { readonly verdict: 'applied'; readonly document: LogbookDocument }
  | { readonly verdict: 'merged'; readonly code: Remark; readonly document: LogbookDocument }
  | {
      readonly verdict: 'rejected'
      readonly code: Refusal
      readonly document: LogbookDocument | null
    }

/**
 * What `operation` makes of `document` (`null`: not written yet) when `actor` does it. `find`
 * gives the documents of `relatedIds`.
 *
 * The device runs it to show the result at once, the server to decide. Returns a new document and
 * leaves the one passed in alone; `rejected` returns that very one. Rights come before state, so
 * that who may not act learns nothing of the document. Nothing written is ever lost: an edit that
 * arrives too late, or loses against another one, becomes an alternative; a signature or a return
 * on an older version is kept and moves nothing. No clock, no randomness. Never throws on an
 * operation that passed its schema.
 */
export function decide(
  document: LogbookDocument | null,
  operation: Operation,
  actor: Actor,
  find: FindDocument = () => null,
): Decision {
  const reject = (code: Refusal): Decision => ({ verdict: 'rejected', code, document })
  const kind = kinds[operation.kind]
  const step = kind.lifecycle[operation.type]

  if (document && document.kind !== operation.kind) return reject('not-allowed')
  if (!step || !plays(actor, operation.type, operation.kind, document)) return reject('not-allowed')
  if (operation.type === 'patch') return patch(document, operation, actor, find)
  if (!document) return reject('no-document')

  switch (operation.type) {
    case 'sign':
      return sign(document, operation, actor, step, reject)
    case 'return':
      return sendBack(document, operation, actor, step, reject)
    default:
  }

  if (!step.from.includes(document.state)) return reject('wrong-state')
  if (operation.type === 'resolve') return applied(dropAlternatives(document, operation))
  if (isLocked(document, find)) return reject('wrong-state')
  // What others have read does not disappear.
  if (operation.type === 'discard' && document.versions.length > 0) return reject('wrong-state')
  const state = step.to ?? document.state
  if (!step.freezes) return applied({ ...document, state })

  const extra = operation.type === 'freeze' ? namedSections(document, operation, find) : {}
  if (!extra) return reject('sections-missing')
  const version = freeze(document, actor.at, extra)
  if (typeof version === 'string') return reject(version)
  return applied({ ...document, state, versions: [...document.versions, version] })
}

/** Documents of the same logbook that `decide` asks for, beside the one it decides on. */
export function relatedIds(
  document: LogbookDocument | null,
  operation: Operation,
): readonly DocumentId[] {
  const { partOf } = kinds[operation.kind]
  if (partOf) {
    const written = operation.type === 'patch' ? operation.set[partOf] : undefined
    const parent = written ?? document?.fields[partOf]?.value
    return typeof parent === 'string' ? [parent as DocumentId] : []
  }
  if (operation.type !== 'freeze' || !document) return []
  return Object.keys(operation.sections).map((role) => sectionIdOf(document, role as Role))
}

const applied = (document: LogbookDocument): Decision => ({ verdict: 'applied', document })

function patch(
  before: LogbookDocument | null,
  operation: Patch,
  actor: Actor,
  find: FindDocument,
): Decision {
  const kind = kinds[operation.kind]
  const refusal = wrongIdentity(before, operation, actor, kind)
  if (refusal) return { verdict: 'rejected', code: 'wrong-identity', document: before }

  const document = before ?? blank(operation, actor, kind)
  const step = kind.lifecycle.patch
  if (!step) return { verdict: 'rejected', code: 'not-allowed', document: before }
  const open = before === null || step.from.includes(document.state)
  if (!open || isLocked(document, find)) {
    return { verdict: 'merged', code: 'late', document: keepLate(document, operation, kind) }
  }
  const { document: merged, conflict } = merge(
    { ...document, state: step.to ?? document.state },
    operation,
    kind,
  )
  return conflict ? { verdict: 'merged', code: 'both-kept', document: merged } : applied(merged)
}

/** A new document bears its name from the start, even when the rest of the patch came too late. */
const blank = (
  { id, documentId, kind: name, set }: Patch,
  actor: Actor,
  kind: Kind,
): LogbookDocument => ({
  id: documentId,
  logbookId: actor.logbookId,
  kind: name,
  author: actor.personId,
  state: kind.lifecycle.patch?.to ?? 'draft',
  fields: Object.fromEntries(
    kind.identity.map((field) => [field, { value: set[field] ?? null, by: id }]),
  ),
  alternatives: {},
  returns: [],
  versions: [],
  signatures: [],
})

/**
 * A document that is named by its fields (a week’s entry) keeps them, and bears the id they give.
 * Nobody writes in another’s part.
 */
function wrongIdentity(
  document: LogbookDocument | null,
  { set, documentId, kind: kindName }: Patch,
  actor: Actor,
  kind: Kind,
): boolean {
  const after = (field: string) =>
    Object.hasOwn(set, field) ? set[field] : document?.fields[field]?.value
  const roleField = Object.keys(kind.fields).find((key) => kind.fields[key]?.type === 'authorRole')
  if (roleField !== undefined && after(roleField) !== actor.role) return true
  if (kind.identity.length === 0) return false
  const named = kind.identity.map(after)
  const parts = named.filter((part) => typeof part === 'string')
  if (parts.length < named.length) return true
  return documentIdOf(actor.logbookId, kindName, parts) !== documentId
}

/** `sections/<role>` → hash for every party, or `null` where one has not sent that version. */
function namedSections(
  document: LogbookDocument,
  { sections }: Freeze,
  find: FindDocument,
): Content | null {
  const kind = kinds[document.kind]
  const type = kind.quorum
  const choice: Content =
    typeof type === 'object' ? { [type.field]: document.fields[type.field]?.value ?? null } : {}
  const content: Record<string, string> = {}
  for (const role of signersOf(kind, choice)) {
    const hash = sections[role]
    const section = find(sectionIdOf(document, role))
    const sent = section?.state === 'submitted' && lastVersion(section)?.hash === hash
    if (hash === undefined || !sent) return null
    content[`sections/${role}`] = hash
  }
  return content
}

/** Id of one party’s section of an interview. */
export const sectionIdOf = (
  { id, logbookId, kind }: Pick<LogbookDocument, 'id' | 'logbookId' | 'kind'>,
  role: Role,
): DocumentId => documentIdOf(logbookId, sectionKindOf(kind), [id, role])

function sign(
  document: LogbookDocument,
  operation: Sign,
  actor: Actor,
  step: Step,
  reject: (code: Refusal) => Decision,
): Decision {
  const version = document.versions.find(({ hash }) => hash === operation.hash)
  if (!version) return reject('unknown-version')
  const kind = kinds[document.kind]
  if (!signersOf(kind, version.content).includes(actor.role)) return reject('not-allowed')
  const already = document.signatures.some(
    (row) => row.signer === actor.personId && row.version === version.number,
  )
  if (already) return { verdict: 'merged', code: 'already-signed', document }

  const signature = signatureRow(operation, version.number, actor)
  const signed = { ...document, signatures: [...document.signatures, signature] }
  const current = version === lastVersion(document) && step.from.includes(document.state)
  if (!current) return { verdict: 'merged', code: 'superseded', document: signed }
  return applied(isComplete(kind, signed) ? { ...signed, state: step.to ?? signed.state } : signed)
}

function sendBack(
  document: LogbookDocument,
  operation: Return,
  actor: Actor,
  step: Step,
  reject: (code: Refusal) => Decision,
): Decision {
  const reason = cleanText(operation.reason).trim()
  if (isBlank(reason)) return reject('no-reason')
  if (reason.length > REASON_MAX) return reject('too-long')
  const version = document.versions.find(({ hash }) => hash === operation.hash)
  if (!version) return reject('unknown-version')
  const { personId: person, role, at } = actor
  const row = { version: version.number, reason, person, role, at, by: operation.id }
  const returned = { ...document, returns: [...document.returns, row] }
  // The reason is kept in any case: it was written about a version that exists.
  const current = version === lastVersion(document) && step.from.includes(document.state)
  return current
    ? applied({ ...returned, state: step.to ?? document.state })
    : { verdict: 'merged', code: 'superseded', document: returned }
}

function dropAlternatives(document: LogbookDocument, { key, drop }: Resolve): LogbookDocument {
  // The key comes from outside: `constructor` must not find what every object inherits.
  if (!Object.hasOwn(document.alternatives, key)) return document
  const rows = (document.alternatives[key] ?? []).filter(({ by }) => !drop.includes(by))
  const { [key]: _looked, ...others } = document.alternatives
  return { ...document, alternatives: rows.length > 0 ? { ...others, [key]: rows } : others }
}
