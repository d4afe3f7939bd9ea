import { findMember } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'

/** Who can take part, as `attendees/<code>`. */
export const participants = ['apprentice', 'master', 'trainer', 'guardian', 'employer'] as const
export type Participant = (typeof participants)[number]

/** Their names on a day; somebody who is not in the logbook has none. */
export function participantNames(
  facts: LogbookFacts,
  day: string,
): Readonly<Partial<Record<Participant, string>>> {
  const found = participants.flatMap((role) => {
    const name = role === 'employer' ? facts.company.name : findMember(facts, role, day)?.name
    return name === undefined ? [] : [[role, name]]
  })
  return Object.fromEntries(found) as Partial<Record<Participant, string>>
}
