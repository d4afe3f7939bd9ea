import type { PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import type { KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { StoredDocument } from '#server/storage/logbookStorage.ts'

/** Who reads a version, and who reads before there is one: by hand from the trade, not from the code. */
const readers: Readonly<Record<KindName, readonly Role[]>> = {
  entry: ['master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  visit: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  interview: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  section: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  individualInterview: ['apprentice', 'trainer', 'coordinator', 'guardian', 'auditor'],
  individualSection: ['apprentice', 'trainer', 'coordinator', 'guardian', 'auditor'],
  note: ['apprentice', 'master', 'trainer', 'coordinator'],
  selfAssessment: ['master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  assessment: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  objective: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  mark: ['apprentice', 'trainer', 'coordinator', 'guardian', 'auditor'],
  piece: ['master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  candidacy: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  contract: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  individualPath: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  aidClaim: ['coordinator', 'guardian', 'auditor'],
  payNote: ['apprentice', 'master', 'coordinator'],
  absence: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  centreMotive: ['trainer', 'coordinator'],
  companyMotive: ['master'],
  acknowledgement: ['master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  admissionStep: ['apprentice', 'trainer', 'coordinator', 'guardian', 'auditor'],
  dispense: ['trainer', 'coordinator', 'guardian', 'auditor'],
  placement: ['apprentice', 'trainer', 'coordinator', 'guardian', 'auditor'],
  arrangement: ['apprentice', 'trainer', 'coordinator', 'guardian'],
  survey: ['coordinator'],
}
const invited: Readonly<Partial<Record<KindName, readonly Role[]>>> = {
  interview: ['apprentice', 'master', 'trainer', 'coordinator'],
  individualInterview: ['apprentice', 'trainer', 'coordinator'],
}

/** What somebody may see of a document, or `null`: nothing, not even that it exists. */
export function seenAs(
  document: LogbookDocument,
  { personId, role }: { readonly personId: PersonId; readonly role: Role },
): LogbookDocument | null {
  if (document.author === personId) return document
  if (document.state === 'discarded') return null
  const isInvited = invited[document.kind]?.includes(role) === true
  const reads = document.versions.length > 0 && readers[document.kind].includes(role)
  if (!reads && !isInvited) return null
  return { ...document, fields: isInvited ? document.fields : {}, alternatives: {} }
}

/**
 * The same without the server’s instants. A restored server that is offered the same operations
 * again takes them under the same heads of its chain, at another time: a device that keeps the
 * earlier instants is told of nothing new.
 */
export const withoutInstants = <Document extends LogbookDocument>(
  document: Document,
): Document => ({
  ...document,
  versions: document.versions.map((each) => ({ ...each, at: '' })),
  returns: document.returns.map((each) => ({ ...each, at: '' })),
  signatures: document.signatures.map((each) => ({ ...each, at: '', receipt: null })),
})

/** All that somebody may see of a logbook, with its revisions. */
export function allSeenAs(
  documents: Iterable<StoredDocument>,
  reader: { readonly personId: PersonId; readonly role: Role },
): Map<string, PulledDocument> {
  const seen = new Map<string, PulledDocument>()
  for (const { document, seq, sharedSeq } of documents) {
    const face = seenAs(document, reader)
    const revision = document.author === reader.personId ? seq : (sharedSeq ?? 0)
    if (face) seen.set(document.id, { ...face, revision })
  }
  return seen
}
