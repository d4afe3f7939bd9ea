import type { Canonical } from './canonicalJson.ts'
import type { DeviceId, DocumentId, LogbookId, PersonId } from './identifiers.ts'
import type { Kind, Role } from './kind.ts'
import type { EvidenceLevel, LogbookDocument, Signature } from './logbookDocument.ts'
import { lastVersion } from './logbookDocument.ts'
import type { Content, Sign } from './operation.ts'

/** What a signer’s device signs: payload of the compact JWS (ES256), as canonical JSON. */
export interface SignatureStatement {
  readonly logbook: LogbookId
  readonly document: DocumentId
  readonly version: number
  readonly hash: string
  readonly signer: PersonId
  readonly role: Role
  readonly device: DeviceId
  /** UTC instant by the device’s clock. */
  readonly at: string
}

export const signatureStatement = (statement: SignatureStatement): Canonical => ({
  logbook: statement.logbook,
  document: statement.document,
  version: statement.version,
  hash: statement.hash,
  signer: statement.signer,
  role: statement.role,
  device: statement.device,
  at: statement.at,
})

/** Whose signatures this content asks for, all of them or one (`quorum: 'any'`). */
export function signersOf(kind: Kind, content: Content): readonly Role[] {
  if (typeof kind.quorum !== 'object') return kind.signers
  const choice = content[kind.quorum.field]
  return (typeof choice === 'string' ? kind.quorum.of[choice] : undefined) ?? kind.signers
}

/** Roles whose signature is on the current version. */
export const signedBy = (document: LogbookDocument): readonly Role[] =>
  document.signatures
    .filter(({ version }) => version === lastVersion(document)?.number)
    .map(({ role }) => role)

/** Whether the signatures on the current version are all that its kind asks for. */
export function isComplete(kind: Kind, document: LogbookDocument): boolean {
  const signed = signedBy(document)
  const wanted = signersOf(kind, lastVersion(document)?.content ?? {})
  return kind.quorum === 'any' ? signed.length > 0 : wanted.every((role) => signed.includes(role))
}

export interface Signer {
  readonly personId: PersonId
  readonly role: Role
  readonly at: string
  /** Owner of the device, when it was handed over to the signer. */
  readonly via?: { readonly personId: PersonId } | undefined
}

/** The signature row of an act, not yet received by a server. */
export function signatureRow(operation: Sign, version: number, signer: Signer): Signature {
  const own: EvidenceLevel = operation.jws === null ? 'session' : 'device-key'
  return {
    version,
    hash: operation.hash,
    signer: signer.personId,
    role: signer.role,
    level: signer.via ? 'in-person' : own,
    via: signer.via?.personId ?? null,
    at: signer.at,
    jws: operation.jws,
    receipt: null,
    by: operation.id,
  }
}
