import { addDays, addMonths, isCivilDate } from '../civilDate.ts'
import type { BreachGround } from './contract.ts'
import { isMinor } from './minors.ts'
import { trialPeriod } from './trialPeriod.ts'

/** A guardian’s word for a minor: signed, or obtained or replaced through the mediator. */
export type GuardianWord = 'signed' | 'mediator' | 'missing'

/** What was done so far to end a contract early; `on` is its last day. ISO days. */
export type BreachPlan = { readonly on: string } & (
  | {
      readonly ground: 'trial'
      /** Day of the written word to the other side. */
      readonly writtenOn: string
      /** See `trialPeriod`. */
      readonly companyDays: readonly string[]
    }
  | {
      readonly ground: 'agreement'
      readonly writtenOn: string
      /** No mediator signs an agreement for a guardian. */
      readonly guardian: Exclude<GuardianWord, 'mediator'>
    }
  | {
      readonly ground: 'serious-fault' | 'force-majeure' | 'unfitness' | 'death-of-master'
      readonly writtenOn: string
    }
  | {
      readonly ground: 'apprentice'
      readonly mediatorAskedOn: string
      readonly companyToldOn: string
      readonly guardian: GuardianWord
    }
  | { readonly ground: 'diploma'; readonly obtainedOn: string; readonly companyToldOn: string }
  | { readonly ground: 'exclusion'; readonly excludedOn: string; readonly writtenOn: string }
  | { readonly ground: 'resumption-refused'; readonly notifiedOn: string }
)

export type BreachProblem =
  | { readonly code: 'not-a-date' }
  /** `lastDay`: the 45th day in the company. */
  | { readonly code: 'trial-over'; readonly lastDay: string }
  | { readonly code: 'guardian-missing' }
  /** `earliest`: first day on which the step could be taken. */
  | {
      readonly code: 'company-told-too-early' | 'too-early'
      readonly earliest: string
    }

export interface BreachCheck {
  readonly problems: readonly BreachProblem[]
  /** The first day that can be the last of the contract, or `null` where dates are missing. */
  readonly earliest: string | null
  /** By when somebody excluded finds another centre (art. L6222-18-1). */
  readonly otherCentreBy: string | null
  /** Who is told without delay, the contract’s funder being its OPCO (art. R6222-21). */
  readonly notify: readonly ['centre', 'opco']
  /** Whether the company owes what it would have paid until the end (art. L6225-5). */
  readonly payDueUntilEnd: boolean
}

/** Calendar days: art. D6222-21-1 (décret 2018-1231 of 24 December 2018). */
const AFTER_MEDIATOR = 5
const AFTER_COMPANY_TOLD = 7
/** Months: art. R6222-23, L6222-18-1. */
const DIPLOMA_NOTICE = 1
const OTHER_CENTRE = 2

/**
 * Whether a contract may end early as planned, and when it may at the earliest.
 *
 * - In the trial period, either side, in writing: art. L6222-18, al. 1.
 * - Then by an agreement that both sign, or by dismissal for a serious fault, force majeure,
 *   unfitness, or the death of the master in a one-person company: al. 2 and 3.
 * - Or by the apprentice: the mediator first, the company at least five calendar days after, the
 *   end at least seven after that; a minor’s guardian signs too, or the mediator asks him within
 *   fifteen days: al. 4, D6222-21-1.
 * - With the diploma in hand, told in writing a month before: L6222-19, R6222-23.
 * - Excluded from the centre: a cause of dismissal, L6222-18-1.
 * - Where the labour authority refuses that a suspended contract resumes: L6225-5.
 *
 * The six months that follow are in `contract.ts`. No new trial follows an apprenticeship (L6222-16).
 */
export function checkBreach(plan: BreachPlan, birthDate: string): BreachCheck {
  const { on } = plan
  if (![...datesOf(plan), birthDate].every(isCivilDate)) {
    return answer(plan.ground, null, [{ code: 'not-a-date' }])
  }
  const { earliest, problems } = demands(plan, birthDate)
  const late: BreachProblem[] = on < earliest ? [{ code: 'too-early', earliest }] : []
  const otherCentreBy =
    plan.ground === 'exclusion' ? addMonths(plan.excludedOn, OTHER_CENTRE) : null
  return { ...answer(plan.ground, earliest, [...problems, ...late]), otherCentreBy }
}

const answer = (
  ground: BreachGround,
  earliest: string | null,
  problems: readonly BreachProblem[],
): BreachCheck => ({
  problems,
  earliest,
  otherCentreBy: null,
  notify: ['centre', 'opco'],
  payDueUntilEnd: ground === 'resumption-refused',
})

/** Every field that ends in “on” is a day. */
const datesOf = (plan: BreachPlan): string[] => [
  ...Object.entries(plan).flatMap(([key, value]) =>
    key === 'on' || key.endsWith('On') ? [String(value)] : [],
  ),
  ...(plan.ground === 'trial' ? plan.companyDays : []),
]

interface Demands {
  readonly earliest: string
  readonly problems: readonly BreachProblem[]
}

/** What each ground asks for, apart from the day planned. */
function demands(plan: BreachPlan, birthDate: string): Demands {
  switch (plan.ground) {
    case 'trial': {
      const { lastDay, free } = trialPeriod(plan.companyDays, plan.writtenOn)
      const over = !free && lastDay !== null
      return {
        earliest: plan.writtenOn,
        problems: over ? [{ code: 'trial-over', lastDay }] : [],
      }
    }
    case 'agreement':
      return {
        earliest: plan.writtenOn,
        problems: guardianProblems(plan.guardian, birthDate, plan.writtenOn),
      }
    case 'apprentice': {
      const tellFrom = addDays(plan.mediatorAskedOn, AFTER_MEDIATOR)
      const told = later(plan.companyToldOn, tellFrom)
      const early = plan.companyToldOn < tellFrom
      return {
        earliest: addDays(told, AFTER_COMPANY_TOLD),
        problems: [
          ...(early ? [{ code: 'company-told-too-early', earliest: tellFrom } as const] : []),
          ...guardianProblems(plan.guardian, birthDate, plan.companyToldOn),
        ],
      }
    }
    case 'diploma':
      return {
        earliest: later(addMonths(plan.companyToldOn, DIPLOMA_NOTICE), plan.obtainedOn),
        problems: [],
      }
    case 'exclusion':
      return { earliest: later(plan.writtenOn, plan.excludedOn), problems: [] }
    case 'resumption-refused':
      return { earliest: plan.notifiedOn, problems: [] }
    default:
      return { earliest: plan.writtenOn, problems: [] }
  }
}

const later = (one: string, other: string) => (one > other ? one : other)

const guardianProblems = (word: GuardianWord, birthDate: string, on: string): BreachProblem[] =>
  word === 'missing' && isMinor(birthDate, on) ? [{ code: 'guardian-missing' }] : []
