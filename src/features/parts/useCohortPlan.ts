import { findCohortPlan } from '#programmes/plans.ts'
import type { CohortPlan } from '#domain/calendar/plan.ts'
import { loadPart } from '#ui/loadPart.ts'
import { useEffect, useState } from 'react'

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
