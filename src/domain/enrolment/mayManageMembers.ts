import type { PersonId } from '../identifiers.ts'
import { rolesOn, type Membership } from '../membership.ts'

/**
 * Whether somebody may let people into a logbook and out of it, on `day` (ISO date). The server asks
 * also that both belong to one centre.
 */
export const mayManageMembers = (
  memberships: readonly Membership[],
  personId: PersonId,
  day: string,
): boolean => rolesOn(memberships, personId, day).includes('coordinator')
