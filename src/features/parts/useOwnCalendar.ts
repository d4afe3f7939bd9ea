import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import type { HalfDay } from '#domain/calendar/day.ts'
import type { CohortPlan } from '#domain/calendar/plan.ts'
import type { Content } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { LogbookDb } from '#store/database.ts'
import { useMemo } from 'react'
import { alternationOf } from './alternationOf.ts'
import { contentsOf } from './calendarOf.ts'
import { useAbsentHalves, type LateHalf } from './useAbsentHalves.ts'
import { useCohortPlan } from './useCohortPlan.ts'
import { useContracts, type Contracts } from './useContracts.ts'
import { useDocuments } from './useDocuments.ts'

export interface OwnCalendar {
  /** `undefined` while they are read. */
  readonly contracts: Contracts | undefined
  /** The plan of the cohort; `undefined` while it is fetched, `null`: there is none. */
  readonly plan: CohortPlan | null | undefined
  /** `undefined` while it is fetched; `null`: nobody has said when the cohort is where. */
  readonly calendar: AlternationCalendar | null | undefined
  /** The calendar as it would be with one change more, once there is one. */
  readonly tryOut: (change: Content) => AlternationCalendar
  readonly absent: readonly HalfDay[]
  /** Half-days of which a part was missed. */
  readonly late: readonly LateHalf[]
}

/** Where the apprentice of one logbook is, half-day by half-day, by all that its documents say. */
export function useOwnCalendar(db: LogbookDb, facts: LogbookFacts, actor: Actor): OwnCalendar {
  const { start, end } = facts.contract
  const contracts = useContracts(db, actor)
  const plan = useCohortPlan(facts.programme, facts.cohort)
  const paths = useDocuments(db, 'individualPath', actor.logbookId)
  const { absent, late } = useAbsentHalves(db, actor.logbookId)
  const known = useMemo(
    () =>
      plan && contracts && paths
        ? {
            plan,
            own: { start, end },
            contracts: contracts.published.map(({ content }) => content),
            changes: contentsOf(paths, 'individualPath'),
          }
        : null,
    [plan, contracts, paths, start, end],
  )
  return useMemo(
    () => ({
      contracts,
      plan,
      calendar: known ? alternationOf(known) : plan === null ? null : undefined,
      tryOut: (change) => {
        if (!known) throw new Error('nothing can be tried out before the calendar is read')
        return alternationOf({ ...known, changes: [...known.changes, change] })
      },
      absent,
      late,
    }),
    [contracts, plan, known, absent, late],
  )
}
