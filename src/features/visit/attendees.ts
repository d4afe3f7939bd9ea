import { findMember } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'

/** Who can be at a visit, as `attendees/<code>`. */
export const attendees = ['apprentice', 'master', 'trainer', 'guardian', 'employer'] as const
export type Attendee = (typeof attendees)[number]

/** Their names; somebody who is not in the logbook has none. */
export type AttendeeNames = Readonly<Partial<Record<Attendee, string>>>

/** Who could be at a visit on `day`, a civil date. */
export function attendeeNames(facts: LogbookFacts, day: string): AttendeeNames {
  const found = attendees.flatMap((role) => {
    const name = role === 'employer' ? facts.company.name : findMember(facts, role, day)?.name
    return name === undefined ? [] : [[role, name]]
  })
  return Object.fromEntries(found) as AttendeeNames
}
