import { motiveKinds, type MotiveSide } from '#domain/absences/motiveId.ts'
import { kinds } from '#domain/kinds.ts'
import type { Actor } from '#domain/rights.ts'

/** Whether somebody is told why half-days of a side were missed. */
export const readsWhy = ({ role }: Pick<Actor, 'role'>, side: MotiveSide): boolean => {
  const { authors, readers } = kinds[motiveKinds[side]]
  return [...authors, ...readers].includes(role)
}
