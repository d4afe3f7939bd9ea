import { isCivilDate } from '../civilDate.ts'
import { isAmount, shareOf, toCents, toEuros, toParts } from '../money.ts'
import { smicOn, smicsOf } from '../smic.ts'

export interface ContributionInput {
  /** Day on which the contract was concluded, which is not the day it began. */
  readonly concludedOn: string
  /** In euros. */
  readonly monthlyGross: number
  /** The month that is paid, `2026-06`, or any day of it. */
  readonly month: string
}

/** All in euros, to the nearest cent. */
export interface ContributionBase {
  readonly thresholdPercent: number
  /** The part of the SMIC of the month up to which nothing is due. */
  readonly threshold: number
  /** The part of the pay without contributions. */
  readonly exempt: number
  /** The part of the pay with contributions. */
  readonly contributionBase: number
  /** The part of the pay that bears CSG and CRDS, before their own allowance for expenses. */
  readonly csgCrdsBase: number
}

export type ContributionRefusal =
  | { readonly refused: 'not-a-date'; readonly field: 'concludedOn' | 'month' }
  | { readonly refused: 'not-an-amount'; readonly field: 'monthlyGross' }
  /** `from`: first day of conclusion that is known. */
  | { readonly refused: 'before-first-threshold'; readonly from: string }
  /** `from`: first day of the oldest SMIC that is known. */
  | { readonly refused: 'before-first-minimum-wage'; readonly from: string }

interface Threshold {
  /** First day of conclusion of the contracts it is for. */
  readonly from: string
  readonly percent: number
  /** Whether CSG and CRDS are due on what is above. */
  readonly csgCrds: boolean
}

/**
 * Up to which part of the SMIC an apprentice owes no employee contributions, by the day on which
 * the contract was concluded.
 *
 * Source: Code du travail, art. L6243-2 and D6243-5; from 1 March 2025 LFSS 2025, art. 22 and 23,
 * décret 2025-290, and Code de la sécurité sociale, art. L136-1-1. The first row since 2019
 * (memory).
 */
const thresholds: readonly Threshold[] = [
  { from: '2019-01-01', percent: 79, csgCrds: false },
  { from: '2025-03-01', percent: 50, csgCrds: true },
]

/**
 * What part of a month’s pay bears contributions: an estimate of the base, never of the net.
 * Complementary health and provident contributions are due on all of it; benefits in kind count in
 * full (Boss, 1 October 2021) and have to be in `monthlyGross`.
 */
export function contributionBase({
  concludedOn,
  monthlyGross,
  month,
}: ContributionInput): ContributionBase | ContributionRefusal {
  if (!isCivilDate(concludedOn)) return { refused: 'not-a-date', field: 'concludedOn' }
  const day = /^\d{4}-\d{2}$/u.test(month) ? `${month}-01` : month
  if (!isCivilDate(day)) return { refused: 'not-a-date', field: 'month' }
  if (!isAmount(monthlyGross)) return { refused: 'not-an-amount', field: 'monthlyGross' }
  const rule = thresholds.findLast(({ from }) => from <= concludedOn)
  if (!rule) return { refused: 'before-first-threshold', from: thresholds[0]?.from ?? '' }
  const smic = smicOn(day, 'metropole')
  if (!smic) {
    return { refused: 'before-first-minimum-wage', from: smicsOf('metropole')[0]?.from ?? '' }
  }

  const gross = toCents(monthlyGross)
  const threshold = shareOf(smic.monthlyCents, toParts(rule.percent))
  const above = Math.max(0, gross - threshold)
  return {
    thresholdPercent: rule.percent,
    threshold: toEuros(threshold),
    exempt: toEuros(gross - above),
    contributionBase: toEuros(above),
    csgCrdsBase: toEuros(rule.csgCrds ? above : 0),
  }
}
