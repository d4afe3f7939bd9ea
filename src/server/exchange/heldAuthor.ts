import { partsOn, type Membership } from '#domain/membership.ts'
import type { PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import { instant } from '#protocol/identifier.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import type { HeldOperation } from '#server/storage/heldStorage.ts'
import { memberOf } from './memberOf.ts'

/** Who an operation is from: the roles they had when it was written. */
export interface HeldAuthor {
  /** UTC instant of the device’s clock, or `null`: it says none. */
  readonly writtenAt: string | null
  /** Of who acted; `null`: they were nothing here. */
  readonly role: Role | null
  /** Of the device’s owner. */
  readonly ownerRole: Role | null
}

/**
 * In what part somebody wrote an operation that was put aside. The device’s word for when counts,
 * as long as it is not later than the arrival: a person looks at both. Whoever was nothing here on
 * that day has the part of the day it arrived, which may have ended by then.
 */
export function heldAuthorOf(
  memberships: readonly Membership[],
  { actor, owner, at }: Pick<HeldOperation, 'actor' | 'owner' | 'at'>,
  body: unknown,
): HeldAuthor {
  const claimed = instant.safeParse(memberOf(body, 'at'))
  const writtenAt = claimed.success ? claimed.data : null
  const isBefore = writtenAt !== null && Date.parse(writtenAt) < Date.parse(at)
  const written = partsOn(memberships, civilDay(new Date(isBefore ? writtenAt : at)))
  const arrived = partsOn(memberships, civilDay(new Date(at)))
  const roleOf = (personId: PersonId): Role | null => {
    const part = written.get(personId)
    if (part?.standing === 'present') return part.role
    return arrived.get(personId)?.role ?? part?.role ?? null
  }
  return { writtenAt, role: roleOf(actor.personId), ownerRole: roleOf(owner.personId) }
}
