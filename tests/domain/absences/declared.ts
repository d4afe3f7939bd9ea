import type { Absence } from '#domain/absences/absence.ts'
import type { HalfDay } from '#domain/calendar/day.ts'
import { addDays } from '#domain/civilDate.ts'
import { personId } from '#tests/support/builders.ts'

/** Both halves of `count` days in a row. */
export const wholeDays = (first: string, count = 1): HalfDay[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index)).flatMap((date) => [
    { date, half: 'am' },
    { date, half: 'pm' },
  ])

export const coordinator = personId('coordinator')

/** An absence whose proof was seen on `seenOn`; `null`: it has not come. */
export const anAbsence = (
  motive: Absence['motive'],
  halfDays: readonly HalfDay[],
  seenOn: string | null = null,
): Absence => ({
  motive,
  halfDays,
  proofSeen: seenOn === null ? null : { by: coordinator, on: seenOn },
})
