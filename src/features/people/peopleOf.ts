import type { Member } from '#protocol/logbookFacts.ts'
import { roles } from '#domain/kind.ts'

/** Who is in a logbook on a day, who comes later, and who was. */
export interface People {
  readonly present: readonly Member[]
  readonly coming: readonly Member[]
  /** Who left last first. */
  readonly past: readonly Member[]
}

/** `today`: ISO date. Sorted by role, then by when they came. */
export function peopleOf(members: readonly Member[], today: string): People {
  const sorted = members.toSorted(
    (a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.from.localeCompare(b.from),
  )
  const isPast = ({ until }: Member) => until !== null && until < today
  return {
    present: sorted.filter((member) => member.from <= today && !isPast(member)),
    coming: sorted.filter((member) => member.from > today),
    past: sorted
      .filter((member) => member.from <= today && isPast(member))
      .toSorted((a, b) => (b.until ?? '').localeCompare(a.until ?? '')),
  }
}
