import { individualPath } from '#domain/calendar/individualPath.ts'
import { pathYears } from '#domain/calendar/pathYears.ts'
import { logbookSpan } from '#domain/contract/logbookSpan.ts'
import { absentHalves, weeksWithoutWork, workingHalves } from '#domain/contract/workWeeks.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import type { WeekCalendar } from '#domain/weekStates.ts'
import { findOutline } from '#programmes/outlines.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'

/** Of which kinds the documents are that say when an apprentice is where. */
export const calendarKinds = ['contract', 'absence', 'individualPath'] as const

/**
 * When the apprentice of a logbook is where, week by week, as long as it lasts by its contracts and
 * path: the weeks of the cohort, without those in
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
  const contracts = of('contract')
  const span = logbookSpan(contract, contracts, path)
  const years = pathYears(known?.years ?? [], path)
  const closedWeeks = weeksWithoutWork(contracts, absentHalves(of('absence')), span, {
    years,
    halves: known?.companyHalves ?? workingHalves,
    closedWeeks: known?.closedWeeks ?? [],
    path,
  })
  return { contract: span, years, closedWeeks }
}

/** ISO date of the last day of training; where no cohort is known, of the contract. */
export function trainingEnd(facts: LogbookFacts, documents: readonly LogbookDocument[]): string {
  const { years, contract } = calendarOf(facts, documents)
  return years.at(-1)?.end ?? contract.end
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
