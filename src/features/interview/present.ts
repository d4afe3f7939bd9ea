import { sectionKindOf } from '#domain/interviewKinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { may, plays, type Actor } from '#domain/rights.ts'
import type { Member } from '#protocol/logbookFacts.ts'
import type { People } from './parties.ts'

/** `member` on the device of `owner`, who handed it over. */
export const actorPresent = (owner: Actor, { personId, role }: Member): Actor => ({
  ...owner,
  personId,
  role: role,
  via: { personId: owner.personId, role: owner.role },
})

/** Whether somebody present may write or finish their part on the device of `owner`. */
export function mayHandOverPart(
  owner: Actor,
  member: Member,
  { kind }: Pick<LogbookDocument, 'kind'>,
  section: LogbookDocument | undefined,
): boolean {
  if (member.personId === owner.personId || section?.state === 'submitted') return false
  return plays(actorPresent(owner, member), 'patch', sectionKindOf(kind), section ?? null)
}

/** Who could sign the interview on the device of `owner`, and has not yet. */
export const signersPresent = (
  owner: Actor,
  people: People,
  interview: LogbookDocument,
): Member[] =>
  Object.values(people).filter((member) => may(actorPresent(owner, member), 'sign', interview))
