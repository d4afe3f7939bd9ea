import { addDays, addYears, isCivilDate } from './civilDate.ts'
import { isMinor } from './contract/minors.ts'
import type { Period } from './weekStates.ts'

export type AidCode = 'lodging' | 'meal' | 'first-equipment' | 'driving-licence'

export type AidCondition =
  /** The company is of the private sector. */
  | 'private-sector'
  /** The centre finances it, and invoices the OPCO. */
  | 'financed-by-centre'
  | 'centre-period'
  | 'really-taken'
  | 'proof'
  | 'of-age'
  | 'contract-running'
  | 'category-b'
  | 'estimate-under-twelve-months'
  | 'once'

export interface AidRule {
  readonly code: AidCode
  /** In cents; a fixed amount for each unit, or at most so much where the unit is `contract`. */
  readonly cents: number
  readonly unit: 'night' | 'meal' | 'contract' | 'person'
  /** First day of force. */
  readonly from: string
  /** Last day on which it could be asked for, or `null` while it is open. */
  readonly until: string | null
  readonly conditions: readonly AidCondition[]
}

/**
 * The aids to apprentices over time.
 *
 * - Lodging and meals: Code du travail, art. L6332-14 and D6332-83, amounts fixed (no ceilings any
 *   more) by the arrêté of 29 September 2020, taken to be in force from its date.
 * - First equipment: same articles, 500 € at most.
 * - Driving licence: décret 2019-1 of 3 January 2019; ended by the loi de finances 2026. Requests
 *   were taken until its publication, about 19 February 2026 (memory): a CFA that knows the day
 *   better passes its own rules.
 */
export const aidRules: readonly AidRule[] = [
  {
    code: 'lodging',
    cents: 6_00,
    unit: 'night',
    from: '2020-09-29',
    until: null,
    conditions: ['private-sector', 'financed-by-centre', 'centre-period', 'really-taken'],
  },
  {
    code: 'meal',
    cents: 3_00,
    unit: 'meal',
    from: '2020-09-29',
    until: null,
    conditions: ['private-sector', 'financed-by-centre', 'centre-period', 'really-taken'],
  },
  {
    code: 'first-equipment',
    cents: 500_00,
    unit: 'contract',
    from: '2019-01-01',
    until: null,
    conditions: ['private-sector', 'financed-by-centre', 'proof'],
  },
  {
    code: 'driving-licence',
    cents: 500_00,
    unit: 'person',
    from: '2019-01-03',
    until: '2026-02-19',
    conditions: [
      'of-age',
      'contract-running',
      'category-b',
      'estimate-under-twelve-months',
      'once',
    ],
  },
]

export interface TakenMeal {
  readonly day: string
  readonly meal: 'lunch' | 'dinner'
}

/** Why something taken is not paid for. */
export type LeftOut = 'not-a-date' | 'outside-centre-period' | 'twice' | 'no-aid-then'

export interface CountedAid<Taken> {
  readonly count: number
  readonly cents: number
  readonly leftOut: readonly { readonly taken: Taken; readonly why: LeftOut }[]
}

const ruleOn = (rules: readonly AidRule[], code: AidCode, day: string): AidRule | null =>
  rules.find(
    (each) => each.code === code && each.from <= day && (each.until === null || day <= each.until),
  ) ?? null

const within = (periods: readonly Period[], day: string) =>
  periods.some(({ start, end }) => start <= day && day <= end)

/**
 * What the nights really taken come to. A night, named by its evening, counts where its evening or
 * its morning is in a centre period: who lives far away comes the evening before (no text goes into
 * it).
 */
export function lodgingAid(
  nights: readonly string[],
  centrePeriods: readonly Period[],
  rules = aidRules,
): CountedAid<string> {
  return counted(nights, rules, 'lodging', {
    dayOf: (night) => night,
    keyOf: (night) => night,
    inCentre: (night) => within(centrePeriods, night) || within(centrePeriods, addDays(night, 1)),
  })
}

/** What the meals really taken come to, on the days of the centre periods. */
export function mealAid(
  meals: readonly TakenMeal[],
  centrePeriods: readonly Period[],
  rules = aidRules,
): CountedAid<TakenMeal> {
  return counted(meals, rules, 'meal', {
    dayOf: ({ day }) => day,
    keyOf: ({ day, meal }) => `${day} ${meal}`,
    inCentre: ({ day }) => within(centrePeriods, day),
  })
}

interface Counting<Taken> {
  readonly dayOf: (taken: Taken) => string
  /** The same for two that are one. */
  readonly keyOf: (taken: Taken) => string
  readonly inCentre: (taken: Taken) => boolean
}

function counted<Taken>(
  all: readonly Taken[],
  rules: readonly AidRule[],
  code: AidCode,
  { dayOf, keyOf, inCentre }: Counting<Taken>,
): CountedAid<Taken> {
  const seen = new Set<string>()
  const leftOut: { taken: Taken; why: LeftOut }[] = []
  let cents = 0
  for (const taken of all) {
    const rule = ruleOn(rules, code, dayOf(taken))
    if (!isCivilDate(dayOf(taken))) leftOut.push({ taken, why: 'not-a-date' })
    else if (seen.has(keyOf(taken))) leftOut.push({ taken, why: 'twice' })
    else if (!rule) leftOut.push({ taken, why: 'no-aid-then' })
    else if (!inCentre(taken)) leftOut.push({ taken, why: 'outside-centre-period' })
    else {
      seen.add(keyOf(taken))
      cents += rule.cents
    }
  }
  return { count: seen.size, cents, leftOut }
}

/**
 * What of an expense for first equipment is taken over, in cents, next to what already was in the
 * same contract; `null` on a day without this aid.
 */
export function firstEquipmentAid(
  { on, spentCents, alreadyCents }: FirstEquipment,
  rules = aidRules,
): number | null {
  const rule = ruleOn(rules, 'first-equipment', on)
  return rule && Math.max(0, Math.min(spentCents, rule.cents - alreadyCents))
}

interface FirstEquipment {
  readonly on: string
  readonly spentCents: number
  readonly alreadyCents: number
}

/** A request for the driving licence aid. ISO days. */
export interface DrivingLicenceRequest {
  readonly askedOn: string
  readonly birthDate: string
  /** An apprenticeship contract runs on that day. */
  readonly contractRunning: boolean
  readonly categoryB: boolean
  /** Day of the driving school’s estimate or invoice. */
  readonly invoicedOn: string
  readonly alreadyReceived: boolean
}

export type DrivingLicenceAid =
  | { readonly cents: number }
  /** `since`: the first day without it. */
  | { readonly refused: 'closed'; readonly since: string }
  | {
      readonly refused:
        | 'not-a-date'
        | 'not-open-yet'
        | 'under-18'
        | 'no-contract'
        | 'not-category-b'
        | 'invoice-over-twelve-months'
        | 'already-received'
    }

/** Whether a request was, or still would be, granted: what was asked for in time stays granted. */
export function drivingLicenceAid(
  request: DrivingLicenceRequest,
  rules = aidRules,
): DrivingLicenceAid {
  const { askedOn, birthDate, invoicedOn } = request
  if (![askedOn, birthDate, invoicedOn].every(isCivilDate)) return { refused: 'not-a-date' }
  const rule = ruleOn(rules, 'driving-licence', askedOn)
  if (!rule) {
    const closed = rules.findLast(
      ({ code, until }) => code === 'driving-licence' && until !== null && until < askedOn,
    )
    return closed?.until
      ? { refused: 'closed', since: addDays(closed.until, 1) }
      : { refused: 'not-open-yet' }
  }
  if (isMinor(birthDate, askedOn)) return { refused: 'under-18' }
  if (!request.contractRunning) return { refused: 'no-contract' }
  if (!request.categoryB) return { refused: 'not-category-b' }
  if (askedOn >= addYears(invoicedOn, 1)) return { refused: 'invoice-over-twelve-months' }
  return request.alreadyReceived ? { refused: 'already-received' } : { cents: rule.cents }
}
