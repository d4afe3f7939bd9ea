import { addDays, addYears, ageOn, birthdayOf, isCivilDate } from '../civilDate.ts'

/** What lets somebody begin after the age of 29 (Code du travail, art. L6222-2). */
export type AgeException =
  /** The new contract leads to a higher diploma than the one obtained in apprenticeship. */
  | { readonly code: 'higher-diploma'; readonly previousEnd: string }
  /** The former one was broken without the apprentice’s will, or for a passing unfitness. */
  | { readonly code: 'broken-contract'; readonly previousEnd: string }
  | { readonly code: 'disability' }
  /** A company to create or take over needs the diploma. */
  | { readonly code: 'business-project' }
  | { readonly code: 'high-level-sport' }
  /** The contract prolongs one that ended with a failed exam (art. L6222-11). */
  | { readonly code: 'exam-failure' }

export interface EligibilityInput {
  readonly birthDate: string
  /** First day of execution. */
  readonly contractStart: string
  /** The third year of collège is finished. */
  readonly lowerSecondaryDone: boolean
  readonly exceptions?: readonly AgeException[] | undefined
  /** Apprenticeship contracts of the same level before this one. */
  readonly contractsOfSameLevel?: number | undefined
}

export type Eligibility =
  | {
      readonly eligible: true
      readonly by: 'age' | 'lower-secondary' | AgeException['code']
      /** At 35, sources disagree: see `eligibility`. */
      readonly disputed: boolean
      /** A third contract of the same level needs the word of the last centre’s head (art. L6222-15). */
      readonly centreAgreement: boolean
    }
  | { readonly eligible: false; readonly reason: 'not-a-date' }
  /** `from`: first day on which the age is reached. */
  | {
      readonly eligible: false
      readonly reason: 'under-15' | 'lower-secondary-missing'
      readonly from: string
    }
  /** `until`: last day on which the contract could have begun. */
  | {
      readonly eligible: false
      readonly reason: 'over-29' | 'over-35' | 'over-one-year-between'
      readonly until: string
    }

const YOUNGEST = 15
const WITHOUT_CONDITION = 16
const OLDEST = 29
const OLDEST_AGAIN = 35
/** In law there is no third contract of a level without the word of the centre’s head. */
const FREE_CONTRACTS_OF_A_LEVEL = 2

/**
 * Whether somebody may begin as an apprentice, by age.
 *
 * - From 16 until the eve of the 30th birthday, on the first day: art. L6222-1.
 * - At 15, with the lower secondary school done (same article). Whoever is fifteen between the
 *   start of the school year and 31 December goes to the centre as a pupil until then.
 * - Until 35 for a higher diploma, or after a contract broken without one’s will, within a year of
 *   the former contract: art. L6222-2, 1° and 2°, D6222-1. «Trente-cinq ans au plus» is read as
 *   until the eve of the 36th birthday; sheets of the administration say of the 35th: `disputed`.
 * - At any age with a disability, a business project, high-level sport (L6222-2, 3° to 5°), or to
 *   sit a failed exam again (L6222-11).
 */
export function eligibility(input: EligibilityInput): Eligibility {
  const { birthDate, contractStart, exceptions = [] } = input
  const dates = [birthDate, contractStart, ...exceptions.flatMap(previousEndOf)]
  if (!dates.every(isCivilDate)) return { eligible: false, reason: 'not-a-date' }

  const age = ageOn(birthDate, contractStart)
  const centreAgreement = (input.contractsOfSameLevel ?? 0) >= FREE_CONTRACTS_OF_A_LEVEL
  if (age < YOUNGEST) {
    return { eligible: false, reason: 'under-15', from: birthdayOf(birthDate, YOUNGEST) }
  }
  if (age < WITHOUT_CONDITION) {
    return input.lowerSecondaryDone
      ? { eligible: true, by: 'lower-secondary', disputed: false, centreAgreement }
      : {
          eligible: false,
          reason: 'lower-secondary-missing',
          from: birthdayOf(birthDate, WITHOUT_CONDITION),
        }
  }
  if (age <= OLDEST) return { eligible: true, by: 'age', disputed: false, centreAgreement }

  const ageless = exceptions.find((each) => !('previousEnd' in each))
  if (ageless) return { eligible: true, by: ageless.code, disputed: false, centreAgreement }
  const again = exceptions.flatMap((each) => ('previousEnd' in each ? [each] : []))
  if (again.length === 0) return tooOld('over-29', birthdayOf(birthDate, OLDEST + 1))
  if (age > OLDEST_AGAIN) return tooOld('over-35', birthdayOf(birthDate, OLDEST_AGAIN + 1))
  const inTime = again.find(({ previousEnd }) => contractStart <= addYears(previousEnd, 1))
  if (!inTime) {
    const latest = again.map(({ previousEnd }) => addYears(previousEnd, 1)).sort()
    return { eligible: false, reason: 'over-one-year-between', until: latest.at(-1) ?? '' }
  }
  return { eligible: true, by: inTime.code, disputed: age === OLDEST_AGAIN, centreAgreement }
}

const previousEndOf = (exception: AgeException): string[] =>
  'previousEnd' in exception ? [exception.previousEnd] : []

const tooOld = (reason: 'over-29' | 'over-35', birthday: string): Eligibility => ({
  eligible: false,
  reason,
  until: addDays(birthday, -1),
})
