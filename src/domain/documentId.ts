import { hashOf } from './hash.ts'
import type { DocumentId, LogbookId } from './identifiers.ts'
import type { KindName } from './kinds.ts'

/**
 * The id of a document of which a logbook holds only one for each combination of `parts` (the
 * entry of a week, the section of a party): name-based, so that two devices without a network
 * write one document and not two.
 *
 * Returns a UUID of version 8 (RFC 9562, §5.8) cut from SHA-256.
 */
export function documentIdOf(
  logbookId: LogbookId,
  kind: KindName,
  parts: readonly string[],
): DocumentId {
  const hex = hashOf([logbookId, kind, ...parts])
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  return id as DocumentId
}
