import type { WeekCalendar } from '#domain/weekStates.ts'
import { findOutline } from '#programmes/outlines.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'

/** When the apprentice of a logbook is where. A cohort this app does not know has no calendar. */
export function calendarOf({ contract, programme, cohort }: LogbookFacts): WeekCalendar {
  const known = findOutline(programme)?.cohorts.find(({ id }) => id === cohort)
  return { contract, years: known?.years ?? [], closedWeeks: known?.closedWeeks ?? [] }
}
