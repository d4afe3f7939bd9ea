import { absentHalves, weeksWithoutWork, workingHalves } from '#domain/contract/workWeeks.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { WeekCalendar } from '#domain/weekStates.ts'
import { findOutline } from '#programmes/outlines.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'

/**
 * When the apprentice of a logbook is where, week by week: the weeks of the cohort, without those in
 * which no contract runs, or all of which was missed. A cohort this app does not know has no
 * calendar. `documents`: of the logbook; those of other kinds than `contract` and `absence` are
 * passed over.
 */
export function calendarOf(
  { contract, programme, cohort }: LogbookFacts,
  documents: readonly LogbookDocument[],
): WeekCalendar {
  const known = findOutline(programme)?.cohorts.find(({ id }) => id === cohort)
  const contentsOf = (kind: LogbookDocument['kind']) =>
    documents.flatMap((each) => {
      const version = each.kind === kind ? lastVersion(each) : undefined
      return version ? [version.content] : []
    })
  const years = known?.years ?? []
  const without = weeksWithoutWork(
    contentsOf('contract'),
    absentHalves(contentsOf('absence')),
    contract,
    { years, halves: known?.companyHalves ?? workingHalves },
  )
  return { contract, years, closedWeeks: [...(known?.closedWeeks ?? []), ...without] }
}
