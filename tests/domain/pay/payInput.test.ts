import { describe, expect, it } from 'vitest'
import { minimumPay, payCurve } from '#domain/pay.ts'
import type { MinimumPayInput, PayContract, PayRefusal } from '#domain/pay/payInput.ts'
import { aContract } from './contracts.ts'

const on = '2026-06-15'

/** What is no day or number for TypeScript either, as a form or another program may send it. */
const wrong = (value: unknown) => value as never

const previousContract = {
  sameEmployer: true,
  diplomaObtained: true,
  lastRegulatoryPercent: 51,
  lastPaidPercent: 51,
}
const topUp = {
  sameLevel: true,
  directlyRelated: true,
  previousYears: 2,
  previousRoute: 'school',
} as const
const extension = (originalEnd: string, extendedEnd: string, originalStart?: string) => ({
  reason: 'exam-failure' as const,
  originalEnd,
  extendedEnd,
  ...(originalStart !== undefined && { originalStart }),
})

type Row = readonly [title: string, contract: Partial<PayContract>, refusal: PayRefusal]

describe('no contract, no number: the reason instead', () => {
  const rows: readonly Row[] = [
    [
      'under 15 by a day (L6222-1)',
      { birthDate: '2010-09-23' },
      { refused: 'under-15', from: '2025-09-23' },
    ],
    ['not born yet', { birthDate: '2026-01-01' }, { refused: 'under-15', from: '2041-01-01' }],
    [
      '15 on a leap day that is none',
      { birthDate: '2012-02-29', contractStart: '2027-02-27' },
      { refused: 'under-15', from: '2027-02-28' },
    ],
    [
      'ends before it starts',
      { contractMonths: 0 },
      { refused: 'end-before-start', start: '2025-09-22', end: '2025-09-21' },
    ],
    [
      'ends months before it starts',
      { contractMonths: -3 },
      { refused: 'end-before-start', start: '2025-09-22', end: '2025-06-21' },
    ],
    [
      'begun before the grid of 2019',
      { birthDate: '2000-01-01', contractStart: '2018-12-31' },
      { refused: 'before-first-grid', from: '2019-01-01' },
    ],
    [
      'a birth on 30 February',
      { birthDate: '2008-02-30' },
      { refused: 'not-a-date', field: 'birthDate' },
    ],
    [
      'a French date',
      { contractStart: '22/09/2025' },
      { refused: 'not-a-date', field: 'contractStart' },
    ],
    [
      'a date that is none at all',
      { contractStart: wrong(undefined) },
      { refused: 'not-a-date', field: 'contractStart' },
    ],
    [
      'half a month',
      { contractMonths: 22.5 },
      { refused: 'not-a-duration', field: 'contractMonths' },
    ],
    [
      'no number of months',
      { contractMonths: wrong('24') },
      { refused: 'not-a-duration', field: 'contractMonths' },
    ],
    [
      'longer than four years (L6222-37)',
      { contractMonths: 49 },
      { refused: 'not-a-duration', field: 'contractMonths' },
    ],
    [
      'endless before its start',
      { contractMonths: -1e9 },
      { refused: 'not-a-duration', field: 'contractMonths' },
    ],
    ['no cycle', { cycleMonths: 0 }, { refused: 'not-a-duration', field: 'cycleMonths' }],
    [
      'a cycle that is not a number',
      { cycleMonths: NaN },
      { refused: 'not-a-duration', field: 'cycleMonths' },
    ],
    [
      'a negative minimum',
      { conventionalMinimum: -1 },
      { refused: 'not-an-amount', field: 'conventionalMinimum' },
    ],
    [
      'a minimum that is not a number',
      { conventionalMinimum: NaN },
      { refused: 'not-an-amount', field: 'conventionalMinimum' },
    ],
    [
      'an infinite minimum',
      { conventionalMinimum: Infinity },
      { refused: 'not-an-amount', field: 'conventionalMinimum' },
    ],
    [
      'no percentage',
      { previousContract: { ...previousContract, lastPaidPercent: NaN } },
      { refused: 'not-a-percent', field: 'lastPaidPercent' },
    ],
    [
      'a negative percentage',
      { previousContract: { ...previousContract, lastRegulatoryPercent: -1 } },
      { refused: 'not-a-percent', field: 'lastRegulatoryPercent' },
    ],
    [
      'a negative number of years',
      { topUp: { ...topUp, previousYears: -1 } },
      { refused: 'not-a-duration', field: 'previousYears' },
    ],
    ['an unknown territory', { territory: wrong('guyane') }, { refused: 'unknown-territory' }],
    [
      'a minimum in words',
      { conventionalMinimum: wrong('2000') },
      { refused: 'not-an-amount', field: 'conventionalMinimum' },
    ],
    [
      'a percentage that nobody said',
      { previousContract: { ...previousContract, lastPaidPercent: wrong(null) } },
      { refused: 'not-a-percent', field: 'lastPaidPercent' },
    ],
    [
      'an extension that ends before it begins',
      { extension: extension('2027-09-21', '2027-09-20') },
      { refused: 'end-before-start', start: '2027-09-22', end: '2027-09-20' },
    ],
    [
      'an original end before the start',
      { extension: extension('2025-09-21', '2026-09-21') },
      { refused: 'end-before-start', start: '2025-09-22', end: '2025-09-21' },
    ],
    [
      'an extension of a year and a day (L6222-11)',
      { extension: extension('2027-09-21', '2028-09-22') },
      { refused: 'extension-over-one-year', latest: '2028-09-21' },
    ],
    [
      'over a year by a leap day',
      { extension: extension('2028-02-29', '2029-03-01') },
      { refused: 'extension-over-one-year', latest: '2029-02-28' },
    ],
    [
      'a new contract over a year',
      { extension: extension('2025-06-30', '2026-09-22', '2023-09-01') },
      { refused: 'extension-over-one-year', latest: '2026-09-21' },
    ],
    [
      'a new contract before the first one ended',
      { extension: extension('2025-10-31', '2026-08-31', '2023-09-01') },
      { refused: 'extension-out-of-order' },
    ],
    [
      'a new contract on the last day of the first one',
      { extension: extension('2025-09-22', '2026-08-31', '2023-09-01') },
      { refused: 'extension-out-of-order' },
    ],
    [
      'an original start on no day',
      { extension: extension('2025-06-30', '2026-06-30', '2023-02-30') },
      { refused: 'not-a-date', field: 'originalStart' },
    ],
    [
      'an original start after the start',
      { extension: extension('2027-09-21', '2028-06-30', '2025-10-01') },
      { refused: 'extension-out-of-order' },
    ],
    [
      'a new contract that ends before it begins',
      { extension: extension('2025-06-30', '2025-08-31', '2023-09-01') },
      { refused: 'end-before-start', start: '2025-09-22', end: '2025-08-31' },
    ],
    [
      'an extension on no day',
      { extension: extension('2027-09-21', '2028-06-31') },
      { refused: 'not-a-date', field: 'extendedEnd' },
    ],
  ]

  it.each(rows)('%s', (_, contract, refusal) => {
    expect(minimumPay({ ...aContract(contract), on })).toEqual(refusal)
    expect(payCurve(aContract(contract))).toEqual(refusal)
  })
})

describe('no day of the contract, no number: the reason instead', () => {
  const long = { birthDate: '2000-01-01', contractStart: '2022-09-01' }
  const rows: readonly (readonly [string, Partial<PayContract>, string, PayRefusal])[] = [
    [
      'the eve of the first day',
      {},
      '2025-09-21',
      { refused: 'before-contract', from: '2025-09-22' },
    ],
    ['the day after the last', {}, '2027-09-22', { refused: 'after-contract', end: '2027-09-21' }],
    [
      'the day after the extension',
      { extension: extension('2027-09-21', '2028-06-30') },
      '2028-07-01',
      { refused: 'after-contract', end: '2028-06-30' },
    ],
    [
      'before the first known SMIC',
      long,
      '2022-12-31',
      { refused: 'before-first-minimum-wage', from: '2023-01-01' },
    ],
    [
      'before the first known SMIC of Mayotte',
      { ...long, contractMonths: 36, cycleMonths: 36, territory: 'mayotte' },
      '2024-10-31',
      { refused: 'before-first-minimum-wage', from: '2024-11-01' },
    ],
    ['no day', {}, '2026-02-30', { refused: 'not-a-date', field: 'on' }],
  ]

  it.each(rows)('%s', (_, contract, day, refusal) => {
    expect(minimumPay({ ...aContract(contract), on: day })).toEqual(refusal)
  })
})

describe('what a file leaves empty is as if it were not said', () => {
  it('null, as JSON has it', () => {
    const empty = {
      previousContract: wrong(null),
      topUp: wrong(null),
      oneYearProfessionalLicence: wrong(null),
      territory: wrong(null),
      conventionalMinimum: wrong(null),
    }
    expect(minimumPay({ ...aContract(empty), extension: wrong(null), on })).toEqual(
      minimumPay({ ...aContract(), on }),
    )
    expect(payCurve(aContract({ ...empty, extension: wrong(null) }))).toEqual(payCurve(aContract()))
    const failed = { ...extension('2027-09-21', '2028-06-30'), originalStart: wrong(null) }
    expect(payCurve(aContract({ ...empty, extension: failed }))).toEqual(
      payCurve(aContract({ extension: extension('2027-09-21', '2028-06-30') })),
    )
  })
})

describe('what is lawful at its limit is paid', () => {
  const rows: readonly (readonly [string, Partial<MinimumPayInput>])[] = [
    ['fifteen on the first day', { birthDate: '2010-09-22', on: '2025-09-22' }],
    [
      'an extension of a year to the day',
      { extension: extension('2027-09-21', '2028-09-21'), on: '2028-09-21' },
    ],
    [
      'a year to the leap day',
      {
        contractStart: '2025-03-01',
        extension: extension('2027-02-28', '2028-02-29'),
        on: '2028-02-29',
      },
    ],
    [
      'an extension of over a year after a suspension (R6222-10)',
      {
        extension: { ...extension('2027-09-21', '2028-12-31'), reason: 'suspension' },
        on: '2028-12-31',
      },
    ],
    ['four years', { contractMonths: 48, cycleMonths: 48, on: '2029-09-21' }],
    [
      'no years before',
      {
        topUp: { ...topUp, previousYears: 0 },
        contractMonths: 12,
        cycleMonths: 12,
        on: '2025-09-22',
      },
    ],
    [
      'an original start that is the start',
      { extension: extension('2027-09-21', '2028-06-30', '2025-09-22'), on: '2028-06-30' },
    ],
    ['sixty years of age', { birthDate: '1965-01-01', on: '2025-09-22' }],
  ]

  it.each(rows)('%s', (_, input) => {
    expect(minimumPay({ ...aContract(), on, ...input })).not.toHaveProperty('refused')
  })
})
