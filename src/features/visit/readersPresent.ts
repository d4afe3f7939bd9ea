import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { may, type Actor } from '#domain/rights.ts'
import { findMember } from '#features/parts/personName.ts'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'

/** Who could say on the device of `actor` that they read this visit, and has not yet. */
export const readersPresent = (
  document: LogbookDocument,
  facts: LogbookFacts,
  actor: Actor,
  today: string,
): Member[] =>
  (['apprentice', 'master'] as const)
    .flatMap((role) => findMember(facts, role, today) ?? [])
    .filter(({ personId, role }) => may({ ...actor, personId, role, via: actor }, 'sign', document))
