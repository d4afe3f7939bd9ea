import { shareOf, toCents, toEuros, toPercent } from '../money.ts'
import { smicOn } from '../smic.ts'
import { executionYear } from './executionYear.ts'
import { bracketChanges, bracketOn, type AgeBracket } from './payGrid.ts'
import {
  firstSmic,
  refuseContract,
  refuseDay,
  territoryOf,
  type MinimumPayInput,
  type PayContract,
  type PayRefusal,
} from './payInput.ts'
import { percentOn } from './payPercent.ts'
import type { PayStep } from './payStep.ts'

export interface MinimumPay {
  readonly ageBracket: AgeBracket
  /** The year whose line of the grid applies, from 1: credited and assimilated years are in it. */
  readonly executionYear: number
  readonly percent: number
  /** SMC: the collective agreement’s minimum. */
  readonly base: 'SMIC' | 'SMC'
  /** In euros. */
  readonly baseMonthly: number
  /** First day of the SMIC that counted. */
  readonly minimumWageFrom: string
  /** In euros, to the nearest cent. */
  readonly monthlyGross: number
  readonly steps: readonly PayStep[]
}

/**
 * The least that an apprentice is paid in a whole month, as it stands on one day of the contract.
 *
 * Returns a new value or a refusal with its reason, never throws. A grid, branch or contract that
 * is better prevails (art. L6222-27): what is said here is the floor of the law. A month in which
 * the amount changes is not prorated: no text says how. Public sector points are not in it.
 *
 * Sources, Code du travail: grid D6222-26, under sixteen D6222-27, extension D6222-28 and R6222-48,
 * shortened contract D6222-28-1, succession D6222-29, fifteen points D6222-30, birthdays and the
 * whole SMIC as a limit D6222-31, licence professionnelle D6222-32 (versions of 1 April 2020).
 */
export function minimumPay(input: MinimumPayInput): MinimumPay | PayRefusal {
  const refusal = refuseContract(input) ?? refuseDay(input, input.on)
  if (refusal) return refusal

  const { on } = input
  const territory = territoryOf(input)
  const smic = smicOn(on, territory)
  if (!smic) return { refused: 'before-first-minimum-wage', from: firstSmic(input) }

  const ageBracket = bracketOn(input.birthDate, input.contractStart, on)
  const year = executionYear(input, on)
  const rate = percentOn(input, on)
  const base = baseOn(input, ageBracket, smic.monthlyCents)
  const monthlyGross = toEuros(shareOf(base.cents, rate.parts))
  const percent = toPercent(rate.parts)
  const baseMonthly = toEuros(base.cents)
  return {
    ageBracket,
    executionYear: year.year,
    percent,
    base: base.base,
    baseMonthly,
    minimumWageFrom: smic.from,
    monthlyGross,
    steps: [
      ...year.steps,
      ...bracketSteps(input, on),
      ...rate.steps,
      {
        code: 'minimum-wage',
        from: smic.from,
        territory,
        hourly: toEuros(smic.hourlyCents),
        monthly: toEuros(smic.monthlyCents),
      },
      ...base.steps,
      { code: 'amount', percent, baseMonthly, monthlyGross },
    ],
  }
}

/** Each birthday of the contract that opens a bracket, once it has come. */
const bracketSteps = ({ birthDate, contractStart }: PayContract, on: string): PayStep[] =>
  bracketChanges(birthDate, contractStart)
    .filter(({ birthday }) => birthday <= on)
    .map(({ age, birthday, from }) => ({
      code: 'age-bracket',
      age,
      birthday,
      from,
      paid: from <= on,
    }))

/** From 21 on, the collective agreement’s minimum where it is higher (art. D6222-26, 3° and 4°). */
function baseOn(
  contract: PayContract,
  bracket: AgeBracket,
  smicCents: number,
): { readonly base: MinimumPay['base']; readonly cents: number; readonly steps: PayStep[] } {
  const conventionalMinimum = contract.conventionalMinimum ?? null
  if (conventionalMinimum === null) return { base: 'SMIC', cents: smicCents, steps: [] }
  const cents = toCents(conventionalMinimum)
  const old = bracket === '21-25' || bracket === '26+'
  const because = !old ? 'under-21' : cents > smicCents ? 'higher' : 'not-higher'
  const applies = because === 'higher'
  const step: PayStep = {
    code: 'conventional-minimum',
    monthly: toEuros(cents),
    applies,
    because,
  }
  return applies
    ? { base: 'SMC', cents, steps: [step] }
    : { base: 'SMIC', cents: smicCents, steps: [step] }
}
