import type { Actor } from '#domain/rights.ts'
import { EnrolmentNotice } from '#features/enrolment/EnrolmentNotice.tsx'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { useLogbookEnrolment } from './useLogbookEnrolment.ts'

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
}

/** What of the way in waits for this person, on the pages that they open first. */
export function EnrolmentWaiting({ facts, actor }: Props) {
  const enrolment = useLogbookEnrolment(facts, actor)
  return enrolment && <EnrolmentNotice logbookId={actor.logbookId} waiting={enrolment.waiting} />
}
