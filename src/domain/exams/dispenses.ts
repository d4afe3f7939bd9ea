import type { Exam } from './exam.ts'

/** What frees a candidate from a unit; data of the programme. */
export interface DispenseRule {
  readonly unit: string
  /** Codes of diplomas; one of them is enough. */
  readonly holders: readonly string[]
  /** Code of what has to be passed in that diploma as well, or `null`. */
  readonly passed: string | null
  readonly source: string
  /** Absent: sources agree. Otherwise what is to be asked of the academy. */
  readonly toConfirm?: string
}

export interface DispenseRequest {
  readonly unit: string
  /** Civil date on which the candidate asked for it. */
  readonly askedOn: string
  /** Civil date on which the proof was seen, or `null`. */
  readonly proofSeenOn: string | null
}

export interface Candidate {
  /** Codes of the diplomas they hold. */
  readonly holds: readonly string[]
  /** Codes of what they passed in them. */
  readonly passed: readonly string[]
  readonly requests: readonly DispenseRequest[]
}

/**
 * `may-ask`: a rule fits, nobody has asked. `proof-missing`: asked, and nothing was shown. `ready`:
 * to be sent to the academy, which decides. `not-covered`: asked or not, no rule fits.
 * `professional`: nobody is dispensed from it.
 */
export type DispenseState = 'may-ask' | 'proof-missing' | 'ready' | 'not-covered' | 'professional'

export interface Dispense {
  readonly exam: string
  readonly unit: string
  readonly state: DispenseState
  /** The rule that fits. */
  readonly rule: DispenseRule | null
}

/**
 * How a candidate stands with the dispenses of each exam. A dispense is never given by itself: it is
 * asked for, with proof, and the academy decides.
 *
 * Sources: arrêté du 24 juin 2005 (on request; art. 1: never the professional exams that are
 * characteristic of the diploma); the arrêté of each diploma; programme sheet, « à leur demande ».
 */
export function dispensesOf(
  exams: readonly Exam[],
  rules: readonly DispenseRule[],
  candidate: Candidate,
): readonly Dispense[] {
  return exams.map(({ code, unit, professional }) => {
    if (professional) return { exam: code, unit, state: 'professional', rule: null }
    const rule = rules.find((each) => each.unit === unit && fits(each, candidate)) ?? null
    return { exam: code, unit, state: stateOf(unit, rule, candidate), rule }
  })
}

const fits = ({ holders, passed }: DispenseRule, candidate: Candidate) =>
  holders.some((each) => candidate.holds.includes(each)) &&
  (passed === null || candidate.passed.includes(passed))

function stateOf(unit: string, rule: DispenseRule | null, { requests }: Candidate): DispenseState {
  if (!rule) return 'not-covered'
  const request = requests.find((each) => each.unit === unit)
  if (!request) return 'may-ask'
  return request.proofSeenOn === null ? 'proof-missing' : 'ready'
}
