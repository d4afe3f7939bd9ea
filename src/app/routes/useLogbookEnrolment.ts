import type { Actor } from '#domain/rights.ts'
import { useEnrolment, type Enrolment } from '#features/enrolment/useEnrolment.ts'
import { useProgramme } from '#features/parts/useProgramme.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { useWorkspace } from '../workspace.ts'

/** The way into a logbook; `undefined` while it is read, `null`: its programme is unknown here. */
export function useLogbookEnrolment(
  facts: LogbookFacts,
  actor: Actor,
): Enrolment | null | undefined {
  const { db, today } = useWorkspace()
  const programme = useProgramme(facts)
  const enrolment = useEnrolment(db, actor, facts, programme, today())
  return programme === null ? null : enrolment
}
