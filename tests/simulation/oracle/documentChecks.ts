import { isDeepStrictEqual } from 'node:util'
import { hashOfText } from '#domain/hash.ts'
import type { DocumentId, PersonId } from '#domain/identifiers.ts'
import { roles } from '#domain/kind.ts'
import type { LogbookDocument, Signature } from '#domain/logbookDocument.ts'
import type { OperationType } from '#domain/operation.ts'
import { versionHash } from '#domain/versions.ts'
import { readCompactJws } from '#protocol/compactJws.ts'
import type { StoredDocument } from '#server/storage/logbookStorage.ts'
import { maySign, mustHaveSigned, ways, whoSigned } from '#tests/domain/lives.ts'
import { seenAs } from './projection.ts'
import type { Report } from './report.ts'
import type { LogState } from './serverLog.ts'

/** I7, I8, I9: what one operation made of a document is a way that the trade knows. */
export function checkLife(
  report: Report,
  before: LogbookDocument | null,
  after: LogbookDocument,
  type: OperationType,
): void {
  // What was sent or signed is opened again by its author, and never by writing in it.
  const isOpen = before === null || ['draft', 'open', 'discarded'].includes(before.state)
  if (type === 'patch' && !isOpen && before.state !== after.state) {
    report.violate('I7', `${after.kind} that is ${before.state} changes under its readers`)
  }
  const way = `${before?.state ?? 'none'} → ${after.state}`
  if (!ways[after.kind].includes(way)) report.violate('I9', `${after.kind}: ${way}`)
  const signed = whoSigned(after)
  if (!mustHaveSigned(after).every((role) => signed.includes(role))) {
    report.violate('I8', `${after.kind} is ${after.state} without its signatures`)
  }
  if (!signed.every((role) => maySign[after.kind].includes(role))) {
    report.violate('I8', `${after.kind} is signed by ${signed.join(', ')}`)
  }
  for (const list of ['versions', 'signatures', 'returns'] as const) {
    const kept = before?.[list] ?? []
    if (!isDeepStrictEqual(after[list].slice(0, kept.length), kept)) {
      report.violate('I7', `${list} of ${after.kind} changed`)
    }
  }
  for (const version of after.versions.slice(before?.versions.length ?? 0)) {
    if (versionHash(after, version) !== version.hash) report.violate('I8', 'a wrong hash')
  }
  for (const { version, hash } of after.signatures) {
    if (after.versions[version - 1]?.hash !== hash) {
      report.violate('I8', 'a signature is on another text than it names')
    }
  }
}

/** I9: the server’s documents are what its operations make of them. */
export function compareAll(
  report: Report,
  stored: ReadonlyMap<DocumentId, StoredDocument>,
  model: ReadonlyMap<DocumentId, StoredDocument>,
  before: LogState,
): void {
  if (stored.size !== model.size) report.violate('I9', 'there are other documents')
  for (const [id, found] of stored) {
    const expected = model.get(id)
    if (found === before.stored.get(id) && expected === before.model.get(id)) continue
    const { document } = found
    const signatures = document.signatures.map((each) => ({ ...each, receipt: null }))
    if (!isDeepStrictEqual({ ...found, document: { ...document, signatures } }, expected)) {
      report.violate('I9', `${document.kind} is not what its operations make of it`)
    }
    for (const signature of document.signatures) checkReceipt(report, document, signature)
  }
}

function checkReceipt(
  report: Report,
  { logbookId, id }: LogbookDocument,
  signature: Signature,
): void {
  const { version, hash, jws, receipt } = signature
  const payload = readCompactJws(receipt ?? '')?.payload ?? 'null'
  const says = JSON.parse(payload) as Record<string, unknown> | null
  const must = { logbook: logbookId, document: id, version, hash }
  const isRight = says && Object.entries(must).every(([key, value]) => says[key] === value)
  if (!isRight || says['signature'] !== hashOfText(jws ?? '')) {
    report.violate('I8', 'a receipt is about something else')
  }
}

/** What anybody but its author can see of a document, as a text. */
export function facesOf(document: LogbookDocument | null): string {
  if (!document) return '[]'
  const nobody = '00000000-0000-7000-8000-000000000000' as PersonId
  return JSON.stringify(
    roles.flatMap((role) => {
      const face = seenAs(document, { personId: nobody, role })
      return face ? [face] : []
    }),
  )
}
