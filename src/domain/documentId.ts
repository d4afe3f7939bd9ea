import { hashOf } from './hash.ts'
import type { DocumentId, LogbookId } from './identifiers.ts'
import type { KindName } from './kinds.ts'
import { uuidV8 } from './uuid.ts'

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
  return uuidV8(hashOf([logbookId, kind, ...parts])) as DocumentId
}
