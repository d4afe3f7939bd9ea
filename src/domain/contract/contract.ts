import { addDays, addMonths, isCivilDate } from '../civilDate.ts'
import type { Period } from '../weekStates.ts'
import { latestExtension } from './duration.ts'
import { holds, segments, type Span } from './segments.ts'

/**
 * Why the execution of a contract pauses. Illness, accident and maternity are not told apart: that
 * is health data, and nothing here depends on it.
 *
 * `risk`: ordered by the labour authority, which answers within fifteen days; the pay goes on.
 */
export type SuspensionReason = 'risk' | 'beyond-control' | 'own-choice'

export interface Suspension extends Span {
  readonly reason: SuspensionReason
}

export type ExtensionReason = 'exam-failure' | 'disability' | 'suspension'

export type BreachGround =
  | 'trial'
  | 'agreement'
  | 'serious-fault'
  | 'force-majeure'
  | 'unfitness'
  | 'death-of-master'
  | 'apprentice'
  | 'diploma'
  | 'exclusion'
  | 'resumption-refused'

/** A contract over time; ISO days. Who the company and the master are: `couples.ts`. */
export interface Contract {
  readonly start: string
  /** Last day as it was concluded. */
  readonly end: string
  /** `end`: last day with the extension; `reason` is `null` where nobody has said it. */
  readonly extension: { readonly reason: ExtensionReason | null; readonly end: string } | null
  readonly suspensions: readonly Suspension[]
  /** `on`: the last day of the contract. */
  readonly breach: { readonly ground: BreachGround; readonly on: string } | null
}

export type Phase = 'before' | 'running' | 'suspended' | 'extended' | 'kept-by-centre' | 'over'

export interface PhasePeriod extends Period {
  readonly phase: Phase
}

export type ContractProblem =
  | 'not-a-date'
  | 'end-before-start'
  | 'extension-before-end'
  | 'extension-over-one-year'
  | 'extension-without-reason'
  | 'extension-without-suspension'
  | 'suspension-ends-before-it-begins'
  | 'suspension-outside'
  | 'suspensions-overlap'
  | 'breach-outside'

/** Months that the centre keeps the apprentice after a breach: art. L6222-18-2. */
const KEPT_MONTHS = 6
/** Days in which the labour authority answers after a suspension for risk: art. L6225-5. */
const RESUMPTION_DAYS = 15
/** After these, there is nothing to keep the apprentice for, or nobody who would. */
const notKept: readonly BreachGround[] = ['diploma', 'exclusion']

/** The last day of the contract: of its breach, else of its extension, else as concluded. */
export const lastDay = ({ end, extension, breach }: Contract): string =>
  breach?.on ?? extension?.end ?? end

/**
 * The last of the six months in which the centre goes on training after a breach and helps to find
 * a company (art. L6222-18-2, L6231-2, 5°), date to date; `null` where there is no such time.
 */
export const keptUntil = ({ breach }: Contract): string | null =>
  breach && !notKept.includes(breach.ground) ? addMonths(breach.on, KEPT_MONTHS) : null

/** By when the labour authority says whether a contract suspended for risk resumes; or `null`. */
export const resumptionDueBy = ({ reason, from }: Suspension): string | null =>
  reason === 'risk' ? addDays(from, RESUMPTION_DAYS) : null

/**
 * What state a contract is in on a day. A suspension moves neither the end nor the year of
 * execution (no text): an agreement may extend the contract to the end of the next cycle where the
 * reason is beyond the apprentice’s control (art. R6222-10).
 */
export function phaseOn(contract: Contract, day: string): Phase {
  if (day < contract.start) return 'before'
  if (day > lastDay(contract)) {
    const kept = keptUntil(contract)
    return kept !== null && day <= kept ? 'kept-by-centre' : 'over'
  }
  if (contract.suspensions.some((each) => holds(each, day))) return 'suspended'
  return day > contract.end ? 'extended' : 'running'
}

/** The phases of a contract in order, from its first day to the last that concerns the centre. */
export function phases(contract: Contract): PhasePeriod[] {
  const last = lastDay(contract)
  const period = { start: contract.start, end: keptUntil(contract) ?? last }
  const changes: Span[] = [
    { from: contract.start, until: last },
    { from: contract.start, until: contract.end },
    ...contract.suspensions,
  ]
  const pieces = segments(period, changes).map((piece) => ({
    ...piece,
    phase: phaseOn(contract, piece.start),
  }))
  return pieces.reduce<PhasePeriod[]>((done, piece) => {
    const before = done.at(-1)
    if (before?.phase !== piece.phase) return [...done, piece]
    return [...done.slice(0, -1), { ...before, end: piece.end }]
  }, [])
}

/** What contradicts itself in a contract, each once; nothing, where it is in order. */
export function contractProblems(contract: Contract): ContractProblem[] {
  const { start, end, extension, suspensions, breach } = contract
  const dates = [
    start,
    end,
    ...(extension ? [extension.end] : []),
    ...(breach ? [breach.on] : []),
    ...suspensions.flatMap(({ from, until }) => (until === null ? [from] : [from, until])),
  ]
  if (!dates.every(isCivilDate)) return ['not-a-date']
  if (end < start) return ['end-before-start']

  const problems = new Set<ContractProblem>()
  if (extension && extension.end <= end) problems.add('extension-before-end')
  if (extension?.reason === null) problems.add('extension-without-reason')
  if (extension?.reason === 'suspension') {
    if (!suspensions.some(({ reason }) => reason !== 'own-choice')) {
      problems.add('extension-without-suspension')
    }
  } else if (extension && extension.end > latestExtension(addDays(end, 1))) {
    problems.add('extension-over-one-year')
  }
  const concluded = extension?.end ?? end
  if (breach && (breach.on < start || breach.on > concluded)) problems.add('breach-outside')
  suspensions.forEach((each, index) => {
    const until = each.until ?? lastDay(contract)
    if (each.until !== null && each.until < each.from) {
      problems.add('suspension-ends-before-it-begins')
    }
    if (each.from < start || until > concluded || each.from > concluded) {
      problems.add('suspension-outside')
    }
    if (suspensions.slice(0, index).some((other) => overlap(each, other))) {
      problems.add('suspensions-overlap')
    }
  })
  return [...problems]
}

const overlap = (one: Span, other: Span) =>
  (other.until === null || one.from <= other.until) &&
  (one.until === null || other.from <= one.until)
