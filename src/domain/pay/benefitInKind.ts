import { isAmount, shareOf, toCents, toEuros, toParts } from '../money.ts'

/** In euros, for one month. */
export interface BenefitInput {
  readonly monthlyGross: number
  /** What Social Security lets be deducted for the same benefits from other people’s pay. */
  readonly socialSecurityValue: number
}

/** In euros, to the nearest cent. */
export interface BenefitInKind {
  /** The most that may be deducted from the pay. */
  readonly deduction: number
  /** What at least remains to be paid in money. */
  readonly minimumCash: number
}

export interface BenefitRefusal {
  readonly refused: 'not-an-amount'
  readonly field: keyof BenefitInput
}

const SHARE = toParts(75)

/**
 * What lodging and meals may take from an apprentice’s pay: 75 % of the Social Security value, and
 * three quarters of the pay at most. They have to be in the contract.
 *
 * Source: Code du travail, art. D6222-33 (D6222-35 before its renumbering).
 */
export function benefitInKind(input: BenefitInput): BenefitInKind | BenefitRefusal {
  for (const field of ['monthlyGross', 'socialSecurityValue'] as const) {
    if (!isAmount(input[field])) return { refused: 'not-an-amount', field }
  }
  const gross = toCents(input.monthlyGross)
  const value = toCents(input.socialSecurityValue)
  const deduction = Math.min(shareOf(value, SHARE), shareOf(gross, SHARE))
  return { deduction: toEuros(deduction), minimumCash: toEuros(gross - deduction) }
}
