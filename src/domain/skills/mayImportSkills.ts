import type { PersonId } from '../identifiers.ts'
import { rolesOn, type Membership } from '../membership.ts'

/**
 * Whether somebody may import the skills of the programme of a logbook, on `day` (ISO date): they
 * then count in every logbook of that programme and centre.
 */
export const mayImportSkills = (
  memberships: readonly Membership[],
  personId: PersonId,
  day: string,
): boolean => rolesOn(memberships, personId, day).includes('coordinator')
