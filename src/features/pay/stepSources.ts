import type { PayStep } from '#domain/pay/payStep.ts'

const stepSources: Readonly<Record<PayStep['code'], string | null>> = {
  'credited-months': 'D6222-28-1',
  'execution-year': 'D6222-26',
  'professional-licence': 'D6222-32',
  'previous-years': 'D6222-30',
  'age-bracket': 'D6222-31',
  grid: 'D6222-26',
  succession: 'D6222-29',
  'succession-without-diploma': 'D6222-29',
  'top-up': 'D6222-30',
  'top-up-refused': 'D6222-30',
  extension: 'D6222-28',
  'disability-points': 'R6222-48',
  cap: 'D6222-31',
  'minimum-wage': 'L3231-2',
  'conventional-minimum': 'D6222-26',
  amount: null,
}

/**
 * The article of the Code du travail behind a line, or `null`; the SMIC has decrees of its own. That
 * a suspension extends a contract is in R6222-10; which pay goes on then, no article says.
 */
export const sourceOf = (step: PayStep): string | null =>
  step.code === 'extension' && step.reason === 'suspension' ? 'R6222-10' : stepSources[step.code]
