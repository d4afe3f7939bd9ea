import { mayBegin, type Actor } from '#domain/rights.ts'

/** What this person writes about skills, or `null`: nothing, they read. */
export function assessmentKindOf(actor: Actor): 'selfAssessment' | 'assessment' | null {
  if (mayBegin(actor, 'selfAssessment')) return 'selfAssessment'
  return mayBegin(actor, 'assessment') ? 'assessment' : null
}
