import { addDays, addMonths, isCivilDate } from '#domain/civilDate.ts'
import type { MinimumPayInput } from '#domain/pay/payInput.ts'

/** What can make a pay other than age and year alone do. */
export const payCases = [
  'minimum',
  'previous',
  'top-up',
  'extension',
  'licence',
  'benefits',
] as const
export type PayCase = (typeof payCases)[number]

/** The form as it was typed, mistakes included. */
export interface PayForm {
  readonly birthDate: string
  readonly start: string
  readonly months: string
  readonly cycle: string
  readonly on: string
  /** Empty: not said. */
  readonly concludedOn: string
  readonly territory: 'metropole' | 'mayotte'
  readonly cases: readonly PayCase[]
  readonly minimum: string
  readonly company: 'same' | 'other' | null
  readonly diploma: 'yes' | 'no' | null
  readonly lastDue: string
  readonly lastPaid: string
  readonly level: 'same' | 'other' | null
  readonly link: 'direct' | 'none' | null
  readonly years: string
  readonly route: 'apprenticeship' | 'school' | null
  readonly reason: 'exam-failure' | 'disability' | null
  readonly extendedEnd: string
  readonly benefits: string
}

/** `on`: the day the form is opened. */
export const emptyPayForm = (on: string): PayForm => ({
  ...{ birthDate: '', start: '', months: '24', cycle: '24', on, territory: 'metropole' },
  ...{ cases: [], minimum: '', company: null, diploma: null, lastDue: '', lastPaid: '' },
  ...{ level: null, link: null, years: '', route: null, reason: null, extendedEnd: '' },
  ...{ concludedOn: '', benefits: '' },
})

/** What a field lacks: a day, a whole number, an amount, a percentage or a choice. */
export type FieldProblem = 'day' | 'number' | 'amount' | 'percent' | 'choice'
export type FieldProblems = Readonly<Partial<Record<keyof PayForm, FieldProblem>>>

export type ReadPayForm =
  | {
      readonly input: MinimumPayInput
      /** Civil date, or empty: not said. */
      readonly concludedOn: string
      /** Of lodging and meals, in euros a month; `null`: none are provided. */
      readonly socialSecurityValue: number | null
    }
  /** In the order of the form. */
  | { readonly problems: FieldProblems }

/**
 * What was typed as an input of `minimumPay`, or which fields cannot be read. Only fields of the
 * chosen cases are looked at. Whether the rules allow it is for `minimumPay` to say.
 */
export function readPayForm(form: PayForm): ReadPayForm {
  const has = (each: PayCase) => form.cases.includes(each)
  const problems: Partial<Record<keyof PayForm, FieldProblem>> = {}
  const day = (field: 'birthDate' | 'start' | 'on' | 'extendedEnd' | 'concludedOn') => {
    if (!isCivilDate(form[field])) problems[field] = 'day'
    return form[field]
  }
  const number = (field: keyof PayForm, kind: 'number' | 'amount' | 'percent') => {
    const value = readNumber(String(form[field]))
    if (value === null || (kind === 'number' && !Number.isInteger(value))) problems[field] = kind
    return value ?? 0
  }
  const chosen = <Value extends string>(field: keyof PayForm, value: Value | null): Value => {
    if (value === null) problems[field] = 'choice'
    return value as Value
  }

  const contract = {
    birthDate: day('birthDate'),
    contractStart: day('start'),
    contractMonths: number('months', 'number'),
    cycleMonths: number('cycle', 'number'),
    on: day('on'),
    territory: form.territory,
  }
  const concludedOn = form.concludedOn === '' ? '' : day('concludedOn')
  const input: MinimumPayInput = {
    ...contract,
    ...(has('minimum') && { conventionalMinimum: number('minimum', 'amount') }),
    ...(has('previous') && {
      previousContract: {
        sameEmployer: chosen('company', form.company) === 'same',
        diplomaObtained: chosen('diploma', form.diploma) === 'yes',
        lastRegulatoryPercent: number('lastDue', 'percent'),
        lastPaidPercent: number('lastPaid', 'percent'),
      },
    }),
    ...(has('top-up') && {
      topUp: {
        sameLevel: chosen('level', form.level) === 'same',
        directlyRelated: chosen('link', form.link) === 'direct',
        previousYears: number('years', 'number'),
        previousRoute: chosen('route', form.route),
      },
    }),
    ...(has('extension') && {
      extension: {
        reason: chosen('reason', form.reason),
        originalEnd: problems.start || problems.months ? '' : endOf(contract),
        extendedEnd: day('extendedEnd'),
      },
    }),
    ...(has('licence') && { oneYearProfessionalLicence: true }),
  }
  const socialSecurityValue = has('benefits') ? number('benefits', 'amount') : null
  return Object.keys(problems).length > 0
    ? { problems }
    : { input, concludedOn, socialSecurityValue }
}

/** Longer is no contract, and its last day may be none of the calendar. */
const MONTHS_MAX = 600

const endOf = ({ contractStart, contractMonths }: MinimumPayInput) =>
  addDays(addMonths(contractStart, Math.min(contractMonths, MONTHS_MAX)), -1)

/** A number as people write it: `2 150,50`. `null` where it is none. */
function readNumber(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f€%]/gu, '').replace(',', '.')
  return /^\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : null
}
