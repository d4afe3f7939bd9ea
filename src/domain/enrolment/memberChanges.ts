import { addDays } from '../civilDate.ts'
import type { Membership } from '../membership.ts'

/**
 * Why nobody comes in. `second-apprentice`: a logbook has one. `same-person`: the apprentice would be
 * somebody else in it, too. `already-member`: this person has this role on some of these days.
 */
export type EntryProblem =
  'second-apprentice' | 'same-person' | 'ends-before-it-starts' | 'already-member'

/**
 * Why a last day cannot be set. `not-found`: nobody came in like this. `apprentice-stays`: the
 * logbook is theirs. `last-coordinator`: there would be days on which nobody decides who comes in.
 */
export type EndProblem =
  'not-found' | 'apprentice-stays' | 'last-coordinator' | 'ends-before-it-starts' | 'already-member'

/** Whether somebody may come in; `memberships`: of the logbook, past and coming ones too. */
export function entryProblem(
  memberships: readonly Membership[],
  entry: Membership,
): EntryProblem | null {
  if (entry.role === 'apprentice') return 'second-apprentice'
  const isApprentice = memberships.some(
    ({ personId, role }) => personId === entry.personId && role === 'apprentice',
  )
  if (isApprentice) return 'same-person'
  if (entry.until !== null && entry.until < entry.from) return 'ends-before-it-starts'
  return memberships.some((each) => isSamePart(each, entry) && overlaps(each, entry))
    ? 'already-member'
    : null
}

/**
 * Whether the membership of this person, role and first day may have the last day `end.until`
 * (`null`: none), on `day` (ISO date). It may be a day that is over: then they are out at once.
 */
export function endProblem(
  memberships: readonly Membership[],
  end: Membership,
  day: string,
): EndProblem | null {
  const isIt = (each: Membership) => isSamePart(each, end) && each.from === end.from
  if (!memberships.some(isIt)) return 'not-found'
  if (end.role === 'apprentice') return 'apprentice-stays'
  if (end.until !== null && end.until < end.from) return 'ends-before-it-starts'
  const others = memberships.filter((each) => !isIt(each))
  if (others.some((each) => isSamePart(each, end) && overlaps(each, end))) return 'already-member'
  const isShorter = coordinatedUntil([...others, end], day) < coordinatedUntil(memberships, day)
  return isShorter ? 'last-coordinator' : null
}

const isSamePart = (one: Membership, other: Membership): boolean =>
  one.personId === other.personId && one.role === other.role

/** After every ISO date. */
const NEVER = '~'

const lastDayOf = ({ until }: Membership): string => until ?? NEVER

const overlaps = (one: Membership, other: Membership): boolean =>
  one.from <= lastDayOf(other) && other.from <= lastDayOf(one)

/** The last day up to which, from `day` on, somebody coordinates on each; before `day`: nobody does. */
function coordinatedUntil(memberships: readonly Membership[], day: string): string {
  let last = addDays(day, -1)
  const coordinators = memberships
    .filter(({ role }) => role === 'coordinator')
    .sort((one, other) => one.from.localeCompare(other.from))
  for (const each of coordinators) {
    if (last === NEVER || each.from > addDays(last, 1)) break
    if (lastDayOf(each) > last) last = lastDayOf(each)
  }
  return last
}
