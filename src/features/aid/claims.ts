import { countClaims, type ClaimContext, type CountedClaim } from '#domain/aidCount.ts'
import { textOf } from '#domain/content.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import { project, type Reader } from '#domain/rights.ts'
import type { ShownDocument } from '#store/documents.ts'

/** A claim as it was sent last, with what it comes to. */
export interface ShownClaim extends CountedClaim {
  readonly document: ShownDocument
  readonly content: Content
}

/**
 * The claims of a logbook that were sent and not taken back, the latest first. They count in the
 * order of their days, so that a night counts in the month in which it was.
 */
export function claimsOf(
  documents: readonly ShownDocument[],
  reader: Reader,
  context: ClaimContext,
): readonly ShownClaim[] {
  const sent = documents
    .flatMap((document) => {
      const content = lastVersion(document)?.content
      const readable = document.state !== 'discarded' && project(document, reader) !== null
      const cancelled = content && textOf(content, 'cancelled') !== ''
      return content && readable && !cancelled ? [{ document, content }] : []
    })
    .sort((one, other) => (textOf(one.content, 'on') < textOf(other.content, 'on') ? -1 : 1))
  // What waits to be corrected is not asked for now.
  const asked = sent.filter(({ document }) => document.state !== 'draft')
  const counts = countClaims(
    asked.map(({ content }) => content),
    context,
  )
  const byId = new Map(asked.map(({ document }, index) => [document.id, counts[index]]))
  const nothing = { cents: 0, nights: 0, meals: 0, leftOut: 0, refused: null }
  return sent.map((each) => ({ ...each, ...(byId.get(each.document.id) ?? nothing) })).reverse()
}

/** Cents of the claims in one state. */
export const centsIn = (claims: readonly ShownClaim[], state: 'signed' | 'submitted'): number =>
  claims
    .filter(({ document }) => document.state === state)
    .reduce((sum, { cents }) => sum + cents, 0)
