import type { Exam } from './exam.ts'
import { resultOf, type Mark, type Result } from './result.ts'

/** Évaluation in the centre that has a mark. */
export interface MarkedAssessment {
  /** Code of a subject of the programme. */
  readonly subject: string
  /** Code of the exam, or the part of one, it trains for; `null`: none. */
  readonly exam: string | null
  readonly mark: number
  /** The best mark there is: 20, 10, 40 … */
  readonly outOf: number
  /** How much it counts beside the others of its subject. */
  readonly weight: number
}

export interface SubjectAverage {
  readonly subject: string
  /** Out of 20, to the hundredth. */
  readonly average: number
  readonly count: number
}

/** The average of each subject that has a mark, in the order in which they first come. */
export const subjectAverages = (
  assessments: readonly MarkedAssessment[],
): readonly SubjectAverage[] =>
  groupsOf(assessments, ({ subject }) => subject).map(([subject, own]) => ({
    subject,
    average: averageOf(own),
    count: own.length,
  }))

/**
 * Where an apprentice stands: what the averages of the year would come to if they were the marks of
 * the exams, with their coefficients. Training only: no mark of the year counts in the diploma.
 * `dispensed`: codes of exams that do not count, whatever marks there are. `kept`: marks of a former
 * session, which count as they are.
 */
export function standing(
  exams: readonly Exam[],
  assessments: readonly MarkedAssessment[],
  dispensed: readonly string[] = [],
  kept: readonly { readonly exam: string; readonly mark: number }[] = [],
): Result {
  const byExam = groupsOf(assessments, ({ exam }) => exam)
  const marks = byExam.map(([code, own]): [string, Mark] => [
    code,
    { type: 'mark', value: averageOf(own) },
  ])
  const free = dispensed.map((code): [string, Mark] => [code, { type: 'dispensed' }])
  const former = kept.map(({ exam, mark }): [string, Mark] => [exam, { type: 'kept', value: mark }])
  return resultOf(exams, Object.fromEntries([...marks, ...former, ...free]))
}

function groupsOf(
  assessments: readonly MarkedAssessment[],
  keyOf: (assessment: MarkedAssessment) => string | null,
): readonly (readonly [string, readonly MarkedAssessment[]])[] {
  const groups = new Map<string, MarkedAssessment[]>()
  for (const assessment of assessments) {
    const key = keyOf(assessment)
    if (key === null) continue
    const known = groups.get(key)
    if (known) known.push(assessment)
    else groups.set(key, [assessment])
  }
  return [...groups]
}

/** Out of 20, to the nearest hundredth; each counts by its weight. */
function averageOf(assessments: readonly MarkedAssessment[]): number {
  const weights = assessments.reduce((sum, { weight }) => sum + weight, 0)
  const points = assessments.reduce(
    (sum, { mark, outOf, weight }) => sum + (mark / outOf) * 20 * weight,
    0,
  )
  return Math.round((points / weights) * 100) / 100
}
