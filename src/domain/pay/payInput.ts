import { addDays, addMonths, ageOn, birthdayOf, isCivilDate } from '../civilDate.ts'
import { latestExtension } from '../contract/duration.ts'
import { smicsOf, type Territory } from '../smic.ts'
import { unknownAnswer, type PayExtensionReason, type PreviousRoute } from './payAnswers.ts'
import { FIRST_GRID } from './payGrid.ts'

/** A contract, as its minimum pay needs it. Dates are ISO days, amounts euros a month. */
export interface PayContract {
  readonly birthDate: string
  /** First day of execution. */
  readonly contractStart: string
  /** Months of the contract as it was concluded, one that is begun as a whole; no extension. */
  readonly contractMonths: number
  /** Months of the whole training cycle: what a contract is shorter counts as done. */
  readonly cycleMonths: number
  /** `metropole` stands for all of France but Mayotte, and is meant where nothing is said. */
  readonly territory?: Territory | undefined
  /** SMC: the collective agreement’s minimum for the job that is held, in euros a month. */
  readonly conventionalMinimum?: number | undefined
  readonly previousContract?: PreviousContract | undefined
  readonly topUp?: TopUp | undefined
  readonly extension?: PayExtension | undefined
  /** The contract prepares a licence professionnelle in one year. */
  readonly oneYearProfessionalLicence?: boolean | undefined
}

/** The apprenticeship contract before this one. Percentages are of the SMIC. */
export interface PreviousContract {
  readonly sameEmployer: boolean
  readonly diplomaObtained: boolean
  /** What was due in its last year. */
  readonly lastRegulatoryPercent: number
  /** What was paid in its last year. */
  readonly lastPaidPercent: number
}

/** What somebody did before who now prepares a second diploma of the same level. */
export interface TopUp {
  readonly sameLevel: boolean
  readonly directlyRelated: boolean
  /** Whole years that the former diploma took. */
  readonly previousYears: number
  readonly previousRoute: PreviousRoute
}

/**
 * An extension of the contract, or the new contract with another company that stands for one: then
 * `contractStart` is the day the new one began, and `originalStart` the day the first one did.
 */
export interface PayExtension {
  /**
   * `suspension`: without the apprentice’s will, until the end of the next cycle at most (art.
   * R6222-10).
   */
  readonly reason: PayExtensionReason
  readonly originalStart?: string | undefined
  /** Last day of the contract as it was concluded. */
  readonly originalEnd: string
  /** Last day with the extension. */
  readonly extendedEnd: string
}

export interface MinimumPayInput extends PayContract {
  /** The day that the pay is asked for. */
  readonly on: string
}

/** Why there is no minimum pay to tell, with the value that would help. */
export type PayRefusal =
  | { readonly refused: 'not-a-date'; readonly field: string }
  | { readonly refused: 'not-a-duration'; readonly field: string }
  | { readonly refused: 'not-an-amount'; readonly field: string }
  | { readonly refused: 'not-a-percent'; readonly field: string }
  | { readonly refused: 'unknown-territory' }
  /** An answer that is none of those there are. */
  | { readonly refused: 'unknown-value'; readonly field: string }
  /** `from`: first day of execution that the known grid is for. */
  | { readonly refused: 'before-first-grid'; readonly from: string }
  /** `from`: first day of the oldest SMIC that is known for the territory. */
  | { readonly refused: 'before-first-minimum-wage'; readonly from: string }
  | { readonly refused: 'end-before-start'; readonly start: string; readonly end: string }
  /** `from`: the day the apprentice is fifteen. */
  | { readonly refused: 'under-15'; readonly from: string }
  /** `latest`: last day that a year of extension reaches. */
  | { readonly refused: 'extension-over-one-year'; readonly latest: string }
  | { readonly refused: 'extension-out-of-order' }
  | { readonly refused: 'before-contract'; readonly from: string }
  | { readonly refused: 'after-contract'; readonly end: string }

/** Longest contract in months: three years, four with a disability (art. L6222-7-1, L6222-37). */
const LONGEST_CONTRACT = 48
/** Longest cycle in months, and years of a former diploma, that are not a slip of the keyboard. */
const LONGEST_CYCLE = 60
const MOST_YEARS = 10
const YOUNGEST = 15
/** The most that an amount or a percentage can be without being a slip: see `shareOf`. */
const MOST_EUROS = 100_000
const MOST_PERCENT = 500

/** What comes from a form or a file may be a number in words, or none. */
const isBetween = (value: number, min: number, max: number) =>
  Number.isFinite(value) && value >= min && value <= max

/** Last day of the contract, its extension included. */
export const lastDayOf = (contract: PayContract): string =>
  contract.extension?.extendedEnd ??
  addDays(addMonths(contract.contractStart, contract.contractMonths), -1)

/** Whether the extension is a contract of its own, with another company (art. L6222-11, 2°). */
export const isNewContract = ({ contractStart, extension }: PayContract): boolean =>
  extension?.originalStart ? extension.originalStart !== contractStart : false

/** Why a contract has no minimum pay on any day, or `null`. Never throws, whatever the values. */
export const refuseContract = (contract: PayContract): PayRefusal | null =>
  refuseValues(contract) ?? refuseDates(contract) ?? refuseExtension(contract)

/** Why a day is none of a contract that is in order, or `null`. */
export function refuseDay(contract: PayContract, on: string): PayRefusal | null {
  if (!isCivilDate(on)) return { refused: 'not-a-date', field: 'on' }
  const end = lastDayOf(contract)
  if (on < contract.contractStart) {
    return { refused: 'before-contract', from: contract.contractStart }
  }
  return on > end ? { refused: 'after-contract', end } : null
}

/** Where the contract is executed; what a file leaves empty was not said. */
export const territoryOf = ({ territory }: PayContract): Territory => territory ?? 'metropole'

/** First day of the oldest SMIC that is known where the contract is executed. */
export const firstSmic = (contract: PayContract): string =>
  smicsOf(territoryOf(contract))[0]?.from ?? ''

function refuseValues(contract: PayContract): PayRefusal | null {
  const { extension, previousContract, topUp } = contract
  const conventionalMinimum = contract.conventionalMinimum ?? null
  const dates = {
    birthDate: contract.birthDate,
    contractStart: contract.contractStart,
    ...(extension && {
      originalStart: extension.originalStart ?? extension.originalEnd,
      originalEnd: extension.originalEnd,
      extendedEnd: extension.extendedEnd,
    }),
  }
  const wrongDate = Object.entries(dates).find(([, date]) => !isCivilDate(date))
  if (wrongDate) return { refused: 'not-a-date', field: wrongDate[0] }

  // A contract of no month at all ends before it starts, which is said below.
  const whole = {
    contractMonths: [contract.contractMonths, -LONGEST_CONTRACT, LONGEST_CONTRACT],
    cycleMonths: [contract.cycleMonths, 1, LONGEST_CYCLE],
    ...(topUp && { previousYears: [topUp.previousYears, 0, MOST_YEARS] }),
  } as const
  for (const [field, [value, min, max]] of Object.entries(whole)) {
    if (!Number.isInteger(value) || !isBetween(value, min, max)) {
      return { refused: 'not-a-duration', field }
    }
  }

  if (conventionalMinimum !== null && !isBetween(conventionalMinimum, 0, MOST_EUROS)) {
    return { refused: 'not-an-amount', field: 'conventionalMinimum' }
  }
  for (const field of ['lastRegulatoryPercent', 'lastPaidPercent'] as const) {
    if (previousContract && !isBetween(previousContract[field], 0, MOST_PERCENT)) {
      return { refused: 'not-a-percent', field }
    }
  }
  if (!['metropole', 'mayotte'].includes(territoryOf(contract))) {
    return { refused: 'unknown-territory' }
  }
  const field = unknownAnswer(contract)
  return field === null ? null : { refused: 'unknown-value', field }
}

function refuseDates({ birthDate, contractStart, contractMonths }: PayContract): PayRefusal | null {
  if (contractMonths < 1) {
    const end = addDays(addMonths(contractStart, contractMonths), -1)
    return { refused: 'end-before-start', start: contractStart, end }
  }
  if (ageOn(birthDate, contractStart) < YOUNGEST) {
    return { refused: 'under-15', from: birthdayOf(birthDate, YOUNGEST) }
  }
  return contractStart < FIRST_GRID ? { refused: 'before-first-grid', from: FIRST_GRID } : null
}

function refuseExtension(contract: PayContract): PayRefusal | null {
  const { contractStart, extension } = contract
  if (!extension) return null
  const { originalEnd, extendedEnd } = extension
  const originalStart = extension.originalStart ?? contractStart
  if (originalEnd < originalStart) {
    return { refused: 'end-before-start', start: originalStart, end: originalEnd }
  }
  if (extendedEnd < originalEnd || extendedEnd < contractStart) {
    const start = isNewContract(contract) ? contractStart : addDays(originalEnd, 1)
    return { refused: 'end-before-start', start, end: extendedEnd }
  }
  // A new contract follows the first one; nor can that one have begun later.
  if (isNewContract(contract) && originalEnd >= contractStart) {
    return { refused: 'extension-out-of-order' }
  }
  if (extension.reason === 'suspension') return null
  const firstDay = isNewContract(contract) ? contractStart : addDays(originalEnd, 1)
  const latest = latestExtension(firstDay)
  return extendedEnd > latest ? { refused: 'extension-over-one-year', latest } : null
}
