import { motives } from './absences/motiveNames.ts'
import { motiveRuleOn } from './absences/motives.ts'
import { isBlank, itemsOf } from './content.ts'
import type { DocumentId } from './identifiers.ts'
import type { KindName } from './kinds.ts'
import { lastVersion, type LogbookDocument } from './logbookDocument.ts'
import type { Content } from './operation.ts'
import { may, type Actor, type FindDocument, type Reader } from './rights.ts'
import { signedBy } from './signing.ts'

/**
 * Whether a document waits for this person’s signature: they may sign what was sent last, and
 * nobody of their part has. What was settled in another way waits for nobody. `find` gives other
 * documents of the same logbook.
 */
export function awaitsSignature(
  document: LogbookDocument,
  actor: Actor,
  find: FindDocument,
): boolean {
  const version = lastVersion(document)
  if (!version || !may(actor, 'sign', document, find)) return false
  // One of a part is enough: what another master signed asks nothing of this one.
  if (signedBy(document).includes(actor.role)) return false
  return settled[document.kind]?.(version.content, find) !== true
}

/** What an apprentice asks the centre for: it is confirmed, given or signed there, or sent back. */
export const requestKinds = ['centreMotive', 'aidClaim', 'dispense', 'placement'] as const

/**
 * What waits in one logbook for this person of the centre: a proof to be seen, nights and meals to be
 * confirmed, a dispense to be decided, a placement to be signed. `documents`: of the logbook, with its
 * absences. In their order.
 */
export function requestsFor<Shown extends LogbookDocument>(
  documents: readonly Shown[],
  { personId, role }: Reader,
): readonly Shown[] {
  const byId = new Map(documents.map((each) => [each.id, each]))
  const find: FindDocument = (id) => byId.get(id) ?? null
  const isRequest = ({ kind }: LogbookDocument) => requestKinds.some((each) => each === kind)
  return documents.filter(
    (document) =>
      isRequest(document) &&
      awaitsSignature(document, { logbookId: document.logbookId, personId, role, at: '' }, find),
  )
}

/** Of the kinds that can be settled without the signature which they name. */
const settled: Readonly<
  Partial<Record<KindName, (content: Content, find: FindDocument) => boolean>>
> = {
  // Its author has ended it.
  objective: (content) => !isBlank(content['outcome']),
  // Taken back: it asks for nothing.
  aidClaim: (content) => !isBlank(content['cancelled']),
  centreMotive: hasNoProof,
  companyMotive: hasNoProof,
}

/** Nothing has to be seen of a motive that asks for no proof, nor of an absence that was none. */
function hasNoProof(content: Content, find: FindDocument): boolean {
  const id = content['absence']
  const absence = typeof id === 'string' ? find(id as DocumentId) : null
  const declared = absence ? lastVersion(absence)?.content : undefined
  if (!declared || !isBlank(declared['cancelled'])) return true
  const [day = ''] = itemsOf(declared, 'halfDays').sort()
  const motive = motives.find((each) => each === content['motive'])
  return !motive || motiveRuleOn(motive, day.slice(0, 10))?.needsProof !== true
}
