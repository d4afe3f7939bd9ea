import { alternationCalendar, type AlternationCalendar } from '#domain/calendar/alternation.ts'
import { individualPath } from '#domain/calendar/individualPath.ts'
import type { CohortPlan } from '#domain/calendar/plan.ts'
import { contractPath } from '#domain/contract/contractPath.ts'
import { logbookSpan } from '#domain/contract/logbookSpan.ts'
import type { Content } from '#domain/operation.ts'
import type { Period } from '#domain/weekStates.ts'

interface Sources {
  readonly plan: CohortPlan
  /** First and last day of the logbook, as it was opened. */
  readonly own: Period
  /** Contents of versions, in order of their start. */
  readonly contracts: readonly Content[]
  /** What the centre changed for this apprentice, in the order in which it was written. */
  readonly changes: readonly Content[]
}

/** The calendar of one apprentice, half-day by half-day. */
export function alternationOf({ plan, own, contracts, changes }: Sources): AlternationCalendar {
  const path = individualPath(changes)
  const span = logbookSpan(own, contracts, path)
  return alternationCalendar({
    contract: span,
    plan,
    path: { ...contractPath(contracts, span), ...path },
  })
}
