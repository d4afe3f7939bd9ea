import { describe, expect, it } from 'vitest'
import type { PayContract } from '#domain/pay/payInput.ts'
import { aContract, at19, at23, at28, itPays, JUNE, payOn } from './contracts.ts'

describe('years of execution are counted date to date (domain notes, §3.2, 2)', () => {
  const at = (contractStart: string, contract: Partial<PayContract> = {}) => ({
    ...contract,
    contractStart,
  })
  const threeYears = { contractMonths: 36, cycleMonths: 36 }
  itPays([
    ['the eve of the anniversary', {}, '2026-09-21', '18-20 1 43 SMIC 802.82'],
    ['the anniversary, in the middle of a month', {}, '2026-09-22', '18-20 2 51 SMIC 952.18'],
    ['the school year begins: nothing', {}, '2026-09-01', '18-20 1 43 SMIC 802.82'],
    ['begun on a 31st: the eve', at('2025-08-31'), '2026-08-30', '18-20 1 43 SMIC 802.82'],
    ['begun on a 31st: the anniversary', at('2025-08-31'), '2026-08-31', '18-20 2 51 SMIC 952.18'],
    [
      'begun on 29 February: 27 February',
      at('2024-02-29', at23),
      '2025-02-27',
      '21-25 1 53 SMIC 954.95',
    ],
    [
      'begun on 29 February: 28 February (art. 641 CPC)',
      at('2024-02-29', at23),
      '2025-02-28',
      '21-25 2 61 SMIC 1099.10',
    ],
    ['the third year', at('2024-09-01', threeYears), '2026-09-01', '18-20 3 67 SMIC 1250.90'],
    [
      'longer than its cycle: a third year all the same',
      at('2024-06-01', { contractMonths: 27, ...at23 }),
      '2026-06-01',
      '21-25 3 78 SMIC 1456.28',
    ],
    ['the last day of the contract', {}, '2027-09-21', '18-20 2 51 SMIC 952.18'],
  ])
})

describe('a contract shorter than its cycle counts as begun earlier (D6222-28-1)', () => {
  const without = { contractStart: '2025-12-22', contractMonths: 21 }
  const endOfMonth = { contractStart: '2025-11-30', contractMonths: 21 }
  const but = { contractMonths: 24, cycleMonths: 36, contractStart: '2024-09-02' }
  // First company 22 September 2025 to 10 February 2026; the second until the end of the cycle.
  const secondCompany = { contractStart: '2026-02-16', contractMonths: 20 }
  itPays([
    [
      'second year of a BTS after a first one at school (programme sheet)',
      { contractMonths: 12 },
      '2025-09-22',
      '18-20 2 51 SMIC 918.92',
    ],
    ['a BUT entered in its second year: 51 (OPCO EP)', but, '2025-01-15', '-18 2 39 SMIC 702.70'],
    [
      'a BUT entered in its second year: then the third',
      but,
      '2025-09-02',
      '18-20 3 67 SMIC 1207.21',
    ],
    [
      'three months begun without a company: the eve',
      without,
      '2026-09-21',
      '18-20 1 43 SMIC 802.82',
    ],
    [
      'three months begun without a company: a year early by three months',
      without,
      '2026-09-22',
      '18-20 2 51 SMIC 952.18',
    ],
    [
      'begun on a 30th with three months: 30 August',
      endOfMonth,
      '2026-08-30',
      '18-20 2 51 SMIC 952.18',
    ],
    [
      'begun on a 30th with three months: 29 August',
      endOfMonth,
      '2026-08-29',
      '18-20 1 43 SMIC 802.82',
    ],
    [
      'company changed in mid-month: the last day in the first',
      {},
      '2026-02-10',
      '18-20 1 43 SMIC 783.90',
    ],
    [
      'company changed in mid-month: the first day in the second (DREETS Centre)',
      secondCompany,
      '2026-02-16',
      '18-20 1 43 SMIC 783.90',
    ],
    [
      'company changed in mid-month: the second year comes in October, not in February',
      secondCompany,
      '2026-10-16',
      '18-20 2 51 SMIC 952.18',
    ],
    [
      'company changed in mid-month: the eve',
      secondCompany,
      '2026-10-15',
      '18-20 1 43 SMIC 802.82',
    ],
  ])

  it('a second year of a BUT of 36 months counts twelve months as done', () => {
    expect(payOn(aContract(but), '2024-11-02').steps[0]).toEqual({
      code: 'credited-months',
      months: 12,
    })
  })
})

describe('an extension goes on with the last year (D6222-28, R6222-48)', () => {
  const from2025 = { contractStart: '2025-09-01' }
  const extended = (
    reason: 'exam-failure' | 'disability',
    contract: Partial<PayContract> = {},
    originalStart?: string,
  ) => ({
    ...from2025,
    ...contract,
    extension: { reason, originalStart, originalEnd: '2027-08-31', extendedEnd: '2028-08-31' },
  })
  const failed = (contract: Partial<PayContract>) => extended('exam-failure', contract)
  const disabled = (contract: Partial<PayContract>) => extended('disability', contract)
  // Elsewhere, a month later.
  const elsewhere = {
    ...extended('exam-failure', { ...at19, contractMonths: 11 }, '2025-09-01'),
    contractStart: '2027-10-01',
  }
  const fourYears = {
    birthDate: '2003-02-10',
    contractStart: '2023-09-01',
    contractMonths: 36,
    cycleMonths: 36,
    extension: {
      reason: 'disability' as const,
      originalEnd: '2026-08-31',
      extendedEnd: '2027-08-31',
    },
  }
  itPays([
    ['the last day before', failed(at19), '2027-08-31', '18-20 2 51 SMIC 952.18'],
    ['failed exam: 51, not 67', failed(at19), '2027-09-01', '18-20 2 51 SMIC 952.18'],
    ['failed exam: the last day', failed(at19), '2028-08-31', '21-25 2 61 SMIC 1138.88'],
    ['failed exam: the age still moves', failed(at19), '2028-02-01', '21-25 2 61 SMIC 1138.88'],
    [
      'failed exam after a shortened contract',
      failed({ ...at19, contractStart: '2026-09-01', contractMonths: 12 }),
      '2027-09-01',
      '18-20 2 51 SMIC 952.18',
    ],
    [
      'failed exam, in another company (L6222-11, 2°)',
      elsewhere,
      '2027-10-01',
      '18-20 2 51 SMIC 952.18',
    ],
    [
      'failed exam, in another company: a year later still the second',
      elsewhere,
      '2028-08-31',
      '21-25 2 61 SMIC 1138.88',
    ],
    [
      'suspension: the last year goes on, without points (R6222-10)',
      {
        ...from2025,
        ...at19,
        extension: {
          reason: 'suspension' as const,
          originalEnd: '2027-08-31',
          extendedEnd: '2028-12-31',
        },
      },
      '2028-01-31',
      '18-20 2 51 SMIC 952.18',
    ],
    ['disability: fifteen points', disabled(at19), '2027-09-01', '18-20 2 66 SMIC 1232.23'],
    [
      'disability: not before the extension',
      disabled(at19),
      '2027-08-31',
      '18-20 2 51 SMIC 952.18',
    ],
    [
      'disability: not above the whole SMIC',
      disabled(at28),
      '2027-09-01',
      '26+ 2 100 SMIC 1867.02',
    ],
    ['disability, fourth year: 93 (EnSup-LR)', fourYears, '2026-09-01', '21-25 3 93 SMIC 1736.33'],
    [
      'extended into a leap February',
      {
        ...failed(at19),
        contractStart: '2025-03-01',
        extension: { reason: 'exam-failure', originalEnd: '2027-02-28', extendedEnd: '2028-02-29' },
      },
      '2028-02-29',
      '21-25 2 61 SMIC 1138.88',
    ],
  ])
})

describe('a licence professionnelle in one year is a second year (D6222-32)', () => {
  const licence = (contract: Partial<PayContract>) => ({
    contractMonths: 13,
    cycleMonths: 12,
    oneYearProfessionalLicence: true,
    ...contract,
  })
  itPays([
    ['at 19', licence(at19), '2025-09-22', '18-20 2 51 SMIC 918.92'],
    ['at 23', licence(at23), JUNE, '21-25 2 61 SMIC 1138.88'],
    ['at 28', licence(at28), JUNE, '26+ 2 100 SMIC 1867.02'],
    ['in its thirteenth month', licence(at19), '2026-10-01', '18-20 2 51 SMIC 952.18'],
  ])
})
