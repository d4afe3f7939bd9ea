import type { DispenseRule } from '#domain/exams/dispenses.ts'

/** The texts that are cited where a candidate asks for one. */
type Cited = Pick<DispenseRule, 'source' | 'toConfirm'>

/** What lets the candidates of any BTS ask for a dispense: JO n° 144 of 23 June 2019. */
export const dispenseNames = {
  'other-bts': 'Un BTS d’une autre spécialité',
  dut: 'Un DUT',
  'level-5': 'Un diplôme national de niveau 5 ou plus',
  licence: 'Une licence',
  'economics-law-management': 'Une unité d’économie, droit et management',
} as const

/** From a general unit, for holders of a diploma of the same level or above. */
export const generalDispense = (unit: string, cited: Cited): DispenseRule => ({
  unit,
  holders: ['other-bts', 'dut', 'level-5'],
  passed: null,
  ...cited,
})

/** From economics, law and management, for whoever has passed a unit of them. */
export const economicsDispense = (unit: string, cited: Cited): DispenseRule => ({
  unit,
  holders: ['other-bts', 'dut', 'licence'],
  passed: 'economics-law-management',
  ...cited,
})
