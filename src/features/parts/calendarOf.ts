import { weeksWithoutWork, workingDays } from '#domain/contract/workWeeks.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { WeekCalendar } from '#domain/weekStates.ts'
import { findOutline } from '#programmes/outlines.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'

/**
 * When the apprentice of a logbook is where, week by week: the weeks of the cohort, without those in
 * which no contract runs. A cohort this app does not know has no calendar. `contracts`: documents
 * of that kind, in any order.
 */
export function calendarOf(
  { contract, programme, cohort }: LogbookFacts,
  contracts: readonly LogbookDocument[],
): WeekCalendar {
  const known = findOutline(programme)?.cohorts.find(({ id }) => id === cohort)
  const contents = contracts.flatMap((each) => {
    const version = lastVersion(each)
    return version ? [version.content] : []
  })
  const years = known?.years ?? []
  const days = known?.companyDays ?? workingDays
  const without = weeksWithoutWork(contents, contract, { years, days })
  return { contract, years, closedWeeks: [...(known?.closedWeeks ?? []), ...without] }
}
