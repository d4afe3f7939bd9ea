import { alternationCalendar, type AlternationCalendar } from '#domain/calendar/alternation.ts'
import type { CohortPlan } from '#domain/calendar/plan.ts'
import { individualPath } from '#domain/calendar/individualPath.ts'
import { contractPath } from '#domain/contract/contractPath.ts'
import type { Content } from '#domain/operation.ts'
import { findCohortPlan } from '#programmes/plans.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { loadPart } from '#ui/loadPart.ts'
import { useEffect, useMemo, useState } from 'react'

/**
 * The calendar of one apprentice, half-day by half-day. `contracts`: contents of versions, in order
 * of their start; `changes`: what the centre changed for this apprentice, in the order in which it
 * was written. `undefined` while the plan of the programme is fetched; `null`: its centre has
 * not said when it is held.
 */
export function useAlternation(
  { programme, cohort, contract }: LogbookFacts,
  contracts: readonly Content[] | undefined,
  changes: readonly Content[] | undefined,
): AlternationCalendar | null | undefined {
  const plan = useCohortPlan(programme, cohort)
  const { start, end } = contract
  return useMemo(() => {
    if (plan === undefined || contracts === undefined || changes === undefined) return undefined
    if (plan === null) return null
    const span = { start, end }
    return alternationCalendar({
      contract: span,
      plan,
      path: { ...contractPath(contracts, span), ...individualPath(changes) },
    })
  }, [plan, contracts, changes, start, end])
}

/** The plan of a cohort; `undefined` while it is fetched, `null`: there is none. */
export function useCohortPlan(programme: string, cohort: string): CohortPlan | null | undefined {
  const [read, setRead] = useState<{ readonly key: string; readonly plan: CohortPlan | null }>()
  const key = `${programme} ${cohort}`
  useEffect(() => {
    let left = false
    void loadPart(() => findCohortPlan(programme, cohort)).then((plan) => {
      if (!left) setRead({ key: `${programme} ${cohort}`, plan })
    })
    return () => {
      left = true
    }
  }, [programme, cohort])
  return read?.key === key ? read.plan : undefined
}
