import { alternationCalendar, type AlternationCalendar } from '#domain/calendar/alternation.ts'
import { individualPath } from '#domain/calendar/individualPath.ts'
import type { CohortPlan } from '#domain/calendar/plan.ts'
import { contractPath } from '#domain/contract/contractPath.ts'
import type { Content } from '#domain/operation.ts'
import type { Period } from '#domain/weekStates.ts'

interface Sources {
  readonly plan: CohortPlan
  /** First and last day of the logbook. */
  readonly span: Period
  /** Contents of versions, in order of their start. */
  readonly contracts: readonly Content[]
  /** What the centre changed for this apprentice, in the order in which it was written. */
  readonly changes: readonly Content[]
}

/** The calendar of one apprentice, half-day by half-day. */
export const alternationOf = ({ plan, span, contracts, changes }: Sources): AlternationCalendar =>
  alternationCalendar({
    contract: span,
    plan,
    path: { ...contractPath(contracts, span), ...individualPath(changes) },
  })
