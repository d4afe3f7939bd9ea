import { individualPath } from '#domain/calendar/individualPath.ts'
import { pathYears } from '#domain/calendar/pathYears.ts'
import { absentHalves, weeksWithoutWork, workingHalves } from '#domain/contract/workWeeks.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import type { WeekCalendar } from '#domain/weekStates.ts'
import { findOutline } from '#programmes/outlines.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'

/** Of which kinds the documents are that say when an apprentice is where. */
export const calendarKinds = ['contract', 'absence', 'individualPath'] as const

/**
 * When the apprentice of a logbook is where, week by week: the weeks of the cohort, without those in
 * which no contract runs, or all of which was missed or moved. A cohort this app does not know has
 * no calendar. `documents`: of the logbook; those of other kinds than `calendarKinds` are passed
 * over.
 */
export function calendarOf(
  { contract, programme, cohort }: LogbookFacts,
  documents: readonly LogbookDocument[],
): WeekCalendar {
  const known = findOutline(programme)?.cohorts.find(({ id }) => id === cohort)
  const of = (kind: (typeof calendarKinds)[number]) => contentsOf(documents, kind)
  const path = individualPath(of('individualPath'))
  const years = pathYears(known?.years ?? [], path)
  const closedWeeks = weeksWithoutWork(of('contract'), absentHalves(of('absence')), contract, {
    years,
    halves: known?.companyHalves ?? workingHalves,
    closedWeeks: known?.closedWeeks ?? [],
    path,
  })
  return { contract, years, closedWeeks }
}

/** The last versions of the documents of a kind, in the order in which they were written. */
export const contentsOf = (
  documents: readonly LogbookDocument[],
  kind: LogbookDocument['kind'],
): Content[] =>
  documents
    .flatMap((each) => (each.kind === kind ? (lastVersion(each) ?? []) : []))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ content }) => content)
