import { addDays } from './civilDate.ts'
import type { PersonId } from './identifiers.ts'
import { roles, type Role } from './kind.ts'

/** Somebody’s part in a logbook. First and last day (ISO dates), both included; `null`: no end. */
export interface Membership {
  readonly personId: PersonId
  readonly role: Role
  readonly from: string
  readonly until: string | null
}

/**
 * So long after the last day, in days, work may still arrive that was done before: a phone that
 * found no network. Nothing more is read from that day on.
 */
export const LATE_WORK_DAYS = 30

/**
 * `present`: reads and writes. `late`: what is sent is still taken, but for signatures and returns,
 * which a person has to settle. `past`: what is sent is kept, and refused.
 */
export type Standing = 'present' | 'late' | 'past'

export interface Part {
  readonly role: Role
  readonly standing: Standing
}

const order: readonly Standing[] = ['present', 'late', 'past']

/**
 * The part of each person who belongs or belonged to a logbook on `day` (ISO date). Who is two
 * things in one logbook acts as the one that comes first in `roles`. Who only comes later is not
 * in it.
 */
export function partsOn(memberships: readonly Membership[], day: string): Map<PersonId, Part> {
  const parts = new Map<PersonId, Part>()
  for (const membership of memberships) {
    if (membership.from > day) continue
    const part = { role: membership.role, standing: standingOn(membership, day) }
    const known = parts.get(membership.personId)
    if (!known || comesBefore(part, known)) parts.set(membership.personId, part)
  }
  return parts
}

/** All that somebody is in a logbook on `day` (ISO date), who may be two things at once. */
export const rolesOn = (
  memberships: readonly Membership[],
  personId: PersonId,
  day: string,
): readonly Role[] =>
  memberships
    .filter((each) => each.personId === personId && each.from <= day)
    .filter((each) => standingOn(each, day) === 'present')
    .map(({ role }) => role)

function standingOn({ until }: Membership, day: string): Standing {
  if (until === null || day <= until) return 'present'
  return day <= addDays(until, LATE_WORK_DAYS) ? 'late' : 'past'
}

function comesBefore(one: Part, other: Part): boolean {
  const standing = order.indexOf(one.standing) - order.indexOf(other.standing)
  return standing !== 0 ? standing < 0 : roles.indexOf(one.role) < roles.indexOf(other.role)
}
