import { visit } from '#domain/documents/visit.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { may, type Actor } from '#domain/rights.ts'
import { signedBy } from '#domain/signing.ts'
import { findMember } from '#features/parts/personName.ts'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'

/** Who plays a part today that reads this visit, and has not said so of its last version. */
export const missingReaders = (
  document: LogbookDocument,
  facts: LogbookFacts,
  today: string,
): Member[] =>
  visit.signers
    .flatMap((role) => findMember(facts, role, today) ?? [])
    .filter(({ role }) => !signedBy(document).includes(role))

/** Who could say on the device of `actor` that they read this visit, and has not yet. */
export const readersPresent = (
  document: LogbookDocument,
  facts: LogbookFacts,
  actor: Actor,
  today: string,
): Member[] =>
  missingReaders(document, facts, today).filter(({ personId, role }) =>
    may({ ...actor, personId, role, via: actor }, 'sign', document),
  )
