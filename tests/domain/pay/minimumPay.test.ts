import { describe, expect, it } from 'vitest'
import { minimumPay } from '#domain/pay.ts'
import type { AgeBracket } from '#domain/pay/payGrid.ts'
import type { PayContract, PreviousContract, TopUp } from '#domain/pay/payInput.ts'
import { aContract, payOn } from './contracts.ts'

type Row = readonly [
  title: string,
  contract: Partial<PayContract>,
  on: string,
  bracket: AgeBracket,
  year: number,
  percent: number,
  base: 'SMIC' | 'SMC',
  monthlyGross: number,
]

function check(rows: readonly Row[]) {
  it.each(rows)('%s', (_, contract, on, ageBracket, executionYear, percent, base, monthlyGross) => {
    expect(payOn(aContract(contract), on)).toMatchObject({
      ageBracket,
      executionYear,
      percent,
      base,
      monthlyGross,
    })
  })
}

/** On 15 June 2026, with the SMIC of 1 June 2026: 1 867.02 €. */
const JUNE = '2026-06-15'
const first = { contractStart: '2026-06-01' }
const second = { contractStart: '2025-06-01' }
const third = { contractStart: '2024-06-01', contractMonths: 36, cycleMonths: 36 }
const at17 = { birthDate: '2009-01-15' }
const at19 = { birthDate: '2007-01-15' }
const at23 = { birthDate: '2003-01-15' }
const at28 = { birthDate: '1998-01-15' }

describe('the grid (D6222-26; third row as labonnealternance, August 2026)', () => {
  check([
    ['first year, 17', { ...first, ...at17 }, JUNE, '-18', 1, 27, 'SMIC', 504.1],
    ['first year, 19', { ...first, ...at19 }, JUNE, '18-20', 1, 43, 'SMIC', 802.82],
    ['first year, 23', { ...first, ...at23 }, JUNE, '21-25', 1, 53, 'SMIC', 989.52],
    ['first year, 28', { ...first, ...at28 }, JUNE, '26+', 1, 100, 'SMIC', 1867.02],
    ['second year, 17: 728.14', { ...second, ...at17 }, JUNE, '-18', 2, 39, 'SMIC', 728.14],
    ['second year, 19', { ...second, ...at19 }, JUNE, '18-20', 2, 51, 'SMIC', 952.18],
    ['second year, 23', { ...second, ...at23 }, JUNE, '21-25', 2, 61, 'SMIC', 1138.88],
    ['second year, 28', { ...second, ...at28 }, JUNE, '26+', 2, 100, 'SMIC', 1867.02],
    ['third year, 17: 1 026.86', { ...third, ...at17 }, JUNE, '-18', 3, 55, 'SMIC', 1026.86],
    ['third year, 19', { ...third, ...at19 }, JUNE, '18-20', 3, 67, 'SMIC', 1250.9],
    ['third year, 23', { ...third, ...at23 }, JUNE, '21-25', 3, 78, 'SMIC', 1456.28],
    ['third year, 28', { ...third, ...at28 }, JUNE, '26+', 3, 100, 'SMIC', 1867.02],
    [
      'a fourth year is paid as a third (EnSup-LR on D6222-26; state contract form)',
      { contractStart: '2022-09-01', contractMonths: 48, cycleMonths: 48, ...at23 },
      '2025-09-01',
      '21-25',
      4,
      78,
      'SMIC',
      1405.4,
    ],
    [
      'under sixteen as at sixteen (D6222-27)',
      { ...first, birthDate: '2011-05-31' },
      JUNE,
      '-18',
      1,
      27,
      'SMIC',
      504.1,
    ],
  ])
})

describe('the SMIC is that of the day, whenever the contract began (domain notes, §3.3)', () => {
  const long = { contractStart: '2022-11-02', contractMonths: 36, cycleMonths: 36, ...at28 }
  check([
    ['the first known day', long, '2023-01-01', '21-25', 1, 53, 'SMIC', 905.92],
    ['the eve of 1 May 2023', long, '2023-04-30', '21-25', 1, 53, 'SMIC', 905.92],
    ['1 May 2023: 11.52 an hour', long, '2023-05-01', '21-25', 1, 53, 'SMIC', 926.02],
    ['1 January 2024: 11.65 an hour', long, '2024-01-31', '21-25', 2, 61, 'SMIC', 1077.82],
    [
      'the programme sheet: 1 801.80 on 1 November 2024',
      long,
      '2024-11-01',
      '26+',
      2,
      100,
      'SMIC',
      1801.8,
    ],
    ['three SMIC in one contract: the first', {}, '2025-12-31', '18-20', 1, 43, 'SMIC', 774.77],
    ['three SMIC in one contract: the second', {}, '2026-01-01', '18-20', 1, 43, 'SMIC', 783.9],
    ['three SMIC in one contract: its last day', {}, '2026-05-31', '18-20', 1, 43, 'SMIC', 783.9],
    ['three SMIC in one contract: the third', {}, '2026-06-01', '18-20', 1, 43, 'SMIC', 802.82],
    ['what is ahead: the last one known', {}, '2027-09-21', '18-20', 2, 51, 'SMIC', 952.18],
  ])
})

describe('a birthday is paid from the first of the next month (D6222-31, al. 1)', () => {
  const born = (birthDate: string, contract: Partial<PayContract> = {}) => ({
    ...contract,
    birthDate,
  })
  const leap = { contractStart: '2024-09-02', contractMonths: 24 }
  check([
    [
      'born on the 1st: the birthday itself',
      born('2008-02-01'),
      '2026-02-01',
      '-18',
      1,
      27,
      'SMIC',
      492.22,
    ],
    [
      'born on the 1st: the end of its month',
      born('2008-02-01'),
      '2026-02-28',
      '-18',
      1,
      27,
      'SMIC',
      492.22,
    ],
    [
      'born on the 1st: the 1st after',
      born('2008-02-01'),
      '2026-03-01',
      '18-20',
      1,
      43,
      'SMIC',
      783.9,
    ],
    [
      'born on the 31st: the next day',
      born('2008-01-31'),
      '2026-02-01',
      '18-20',
      1,
      43,
      'SMIC',
      783.9,
    ],
    [
      'born on 31 December: over the new year',
      born('2007-12-31'),
      '2026-01-01',
      '18-20',
      1,
      43,
      'SMIC',
      783.9,
    ],
    [
      'born on 29 February: 28 February',
      born('2008-02-29'),
      '2026-02-28',
      '-18',
      1,
      27,
      'SMIC',
      492.22,
    ],
    [
      'born on 29 February: 1 March (circulaire of 25 July 2013)',
      born('2008-02-29'),
      '2026-03-01',
      '18-20',
      1,
      43,
      'SMIC',
      783.9,
    ],
    ['born on 1 March: 1 March', born('2008-03-01'), '2026-03-31', '-18', 1, 27, 'SMIC', 492.22],
    ['born on 1 March: 1 April', born('2008-03-01'), '2026-04-01', '18-20', 1, 43, 'SMIC', 783.9],
    [
      '21 on a leap day that is none',
      born('2004-02-29', leap),
      '2025-03-01',
      '21-25',
      1,
      53,
      'SMIC',
      954.95,
    ],
    [
      '21 in the second year: the month of the birthday',
      born('2005-10-06'),
      '2026-10-31',
      '18-20',
      2,
      51,
      'SMIC',
      952.18,
    ],
    [
      '21 in the second year: 61, not 53 (al. 3)',
      born('2005-10-06'),
      '2026-11-01',
      '21-25',
      2,
      61,
      'SMIC',
      1138.88,
    ],
    [
      '26: the month of the birthday',
      born('2000-05-20'),
      '2026-05-31',
      '21-25',
      1,
      53,
      'SMIC',
      966.21,
    ],
    ['26: all of the SMIC', born('2000-05-20'), '2026-06-01', '26+', 1, 100, 'SMIC', 1867.02],
    [
      'eighteen on the first day: at once (D6222-26)',
      born('2007-09-22'),
      '2025-09-22',
      '18-20',
      1,
      43,
      'SMIC',
      774.77,
    ],
    [
      'eighteen twelve days before the first: at once',
      born('2007-09-10'),
      '2025-09-22',
      '18-20',
      1,
      43,
      'SMIC',
      774.77,
    ],
    [
      'eighteen the day after the first: not yet',
      born('2007-09-23'),
      '2025-09-30',
      '-18',
      1,
      27,
      'SMIC',
      486.49,
    ],
    [
      'eighteen the day after the first: next month',
      born('2007-09-23'),
      '2025-10-01',
      '18-20',
      1,
      43,
      'SMIC',
      774.77,
    ],
  ])
})

describe('years of execution are counted date to date (domain notes, §3.2, 2)', () => {
  const at = (contractStart: string, contract: Partial<PayContract> = {}) => ({
    ...contract,
    contractStart,
  })
  const threeYears = { contractMonths: 36, cycleMonths: 36 }
  check([
    ['the eve of the anniversary', {}, '2026-09-21', '18-20', 1, 43, 'SMIC', 802.82],
    ['the anniversary, in the middle of a month', {}, '2026-09-22', '18-20', 2, 51, 'SMIC', 952.18],
    ['the school year begins: nothing', {}, '2026-09-01', '18-20', 1, 43, 'SMIC', 802.82],
    ['begun on a 31st: the eve', at('2025-08-31'), '2026-08-30', '18-20', 1, 43, 'SMIC', 802.82],
    [
      'begun on a 31st: the anniversary',
      at('2025-08-31'),
      '2026-08-31',
      '18-20',
      2,
      51,
      'SMIC',
      952.18,
    ],
    [
      'begun on 29 February: 27 February',
      at('2024-02-29', at23),
      '2025-02-27',
      '21-25',
      1,
      53,
      'SMIC',
      954.95,
    ],
    [
      'begun on 29 February: 28 February (art. 641 CPC)',
      at('2024-02-29', at23),
      '2025-02-28',
      '21-25',
      2,
      61,
      'SMIC',
      1099.1,
    ],
    ['the third year', at('2024-09-01', threeYears), '2026-09-01', '18-20', 3, 67, 'SMIC', 1250.9],
    [
      'longer than its cycle: a third year all the same',
      at('2024-06-01', { contractMonths: 27, ...at23 }),
      '2026-06-01',
      '21-25',
      3,
      78,
      'SMIC',
      1456.28,
    ],
    ['the last day of the contract', {}, '2027-09-21', '18-20', 2, 51, 'SMIC', 952.18],
  ])
})

describe('a contract shorter than its cycle counts as begun earlier (D6222-28-1)', () => {
  const without = { contractStart: '2025-12-22', contractMonths: 21 }
  const endOfMonth = { contractStart: '2025-11-30', contractMonths: 21 }
  const but = { contractMonths: 24, cycleMonths: 36, contractStart: '2024-09-02' }
  // First company 22 September 2025 to 10 February 2026; the second until the end of the cycle.
  const secondCompany = { contractStart: '2026-02-16', contractMonths: 20 }
  check([
    [
      'second year of a BTS after a first one at school (programme sheet)',
      { contractMonths: 12 },
      '2025-09-22',
      '18-20',
      2,
      51,
      'SMIC',
      918.92,
    ],
    [
      'a BUT entered in its second year: 51 (OPCO EP)',
      but,
      '2025-01-15',
      '-18',
      2,
      39,
      'SMIC',
      702.7,
    ],
    [
      'a BUT entered in its second year: then the third',
      but,
      '2025-09-02',
      '18-20',
      3,
      67,
      'SMIC',
      1207.21,
    ],
    [
      'three months begun without a company: the eve',
      without,
      '2026-09-21',
      '18-20',
      1,
      43,
      'SMIC',
      802.82,
    ],
    [
      'three months begun without a company: a year early by three months',
      without,
      '2026-09-22',
      '18-20',
      2,
      51,
      'SMIC',
      952.18,
    ],
    [
      'begun on a 30th with three months: 30 August',
      endOfMonth,
      '2026-08-30',
      '18-20',
      2,
      51,
      'SMIC',
      952.18,
    ],
    [
      'begun on a 30th with three months: 29 August',
      endOfMonth,
      '2026-08-29',
      '18-20',
      1,
      43,
      'SMIC',
      802.82,
    ],
    [
      'company changed in mid-month: the last day in the first',
      {},
      '2026-02-10',
      '18-20',
      1,
      43,
      'SMIC',
      783.9,
    ],
    [
      'company changed in mid-month: the first day in the second (DREETS Centre)',
      secondCompany,
      '2026-02-16',
      '18-20',
      1,
      43,
      'SMIC',
      783.9,
    ],
    [
      'company changed in mid-month: the second year comes in October, not in February',
      secondCompany,
      '2026-10-16',
      '18-20',
      2,
      51,
      'SMIC',
      952.18,
    ],
    [
      'company changed in mid-month: the eve',
      secondCompany,
      '2026-10-15',
      '18-20',
      1,
      43,
      'SMIC',
      802.82,
    ],
  ])

  it('a second year of a BUT of 36 months counts twelve months as done', () => {
    expect(payOn(aContract(but), '2024-11-02').steps[0]).toEqual({
      code: 'credited-months',
      months: 12,
    })
  })
})

describe('after another contract, at least what that one gave (D6222-29)', () => {
  const after = (changes: Partial<PreviousContract>, contract: Partial<PayContract> = {}) => ({
    ...contract,
    previousContract: {
      sameEmployer: false,
      diplomaObtained: true,
      lastRegulatoryPercent: 51,
      lastPaidPercent: 60,
      ...changes,
    },
  })
  const same = { sameEmployer: true }
  check([
    ['another company: what was due', after({}), JUNE, '18-20', 1, 51, 'SMIC', 952.18],
    ['the same company: what was paid', after(same), JUNE, '18-20', 1, 60, 'SMIC', 1120.21],
    [
      'the same company: what was paid, be it less than was due',
      after({ ...same, lastPaidPercent: 45 }),
      JUNE,
      '18-20',
      1,
      45,
      'SMIC',
      840.16,
    ],
    [
      'the same company paid above the SMIC',
      after({ ...same, lastPaidPercent: 110 }),
      JUNE,
      '18-20',
      1,
      110,
      'SMIC',
      2053.72,
    ],
    [
      'without the diploma: the grid, lower than before',
      after({ diplomaObtained: false }),
      JUNE,
      '18-20',
      1,
      43,
      'SMIC',
      802.82,
    ],
    ['the grid is better at 23', after({}, at23), JUNE, '21-25', 1, 53, 'SMIC', 989.52],
    [
      'the grid is better in the second year',
      after({ lastRegulatoryPercent: 45 }),
      '2026-09-22',
      '18-20',
      2,
      51,
      'SMIC',
      952.18,
    ],
    [
      'the year of execution does not move',
      after({ lastRegulatoryPercent: 67 }),
      '2026-09-22',
      '18-20',
      2,
      67,
      'SMIC',
      1250.9,
    ],
    [
      'a percentage with decimals',
      after({ ...same, lastPaidPercent: 53.75 }),
      JUNE,
      '18-20',
      1,
      53.75,
      'SMIC',
      1003.52,
    ],
  ])
})

describe('fifteen points for a second diploma of the level in one year (D6222-30)', () => {
  const topped = (changes: Partial<TopUp> = {}, contract: Partial<PayContract> = {}) => ({
    contractStart: '2026-06-01',
    contractMonths: 12,
    cycleMonths: 12,
    ...contract,
    topUp: {
      sameLevel: true,
      directlyRelated: true,
      previousYears: 2,
      previousRoute: 'school' as const,
      ...changes,
    },
  })
  const years = (previousYears: number) => ({ previousYears })
  const apprenticeship = { previousRoute: 'apprenticeship' as const }
  const previous = (lastRegulatoryPercent: number, diplomaObtained = true) => ({
    previousContract: {
      sameEmployer: false,
      diplomaObtained,
      lastRegulatoryPercent,
      lastPaidPercent: lastRegulatoryPercent,
    },
  })
  // The table of Liaisons sociales on décret 2018-1347, after contracts of one, two, three years.
  check([
    ['after one year, 17', topped(years(1), at17), JUNE, '-18', 1, 42, 'SMIC', 784.15],
    ['after one year, 19', topped(years(1), at19), JUNE, '18-20', 1, 58, 'SMIC', 1082.87],
    ['after one year, 23', topped(years(1), at23), JUNE, '21-25', 1, 68, 'SMIC', 1269.57],
    ['after one year, 28', topped(years(1), at28), JUNE, '26+', 1, 100, 'SMIC', 1867.02],
    ['after two years, 17', topped(years(2), at17), JUNE, '-18', 2, 54, 'SMIC', 1008.19],
    [
      'after two years, 19: a BTS at school, 66',
      topped(years(2), at19),
      JUNE,
      '18-20',
      2,
      66,
      'SMIC',
      1232.23,
    ],
    [
      'after two years, 23: the official 76',
      topped(years(2), at23),
      JUNE,
      '21-25',
      2,
      76,
      'SMIC',
      1418.94,
    ],
    ['after two years, 28', topped(years(2), at28), JUNE, '26+', 2, 100, 'SMIC', 1867.02],
    ['after three years, 17', topped(years(3), at17), JUNE, '-18', 3, 70, 'SMIC', 1306.91],
    ['after three years, 19', topped(years(3), at19), JUNE, '18-20', 3, 82, 'SMIC', 1530.96],
    ['after three years, 23', topped(years(3), at23), JUNE, '21-25', 3, 93, 'SMIC', 1736.33],
    ['after three years, 28', topped(years(3), at28), JUNE, '26+', 3, 100, 'SMIC', 1867.02],
    [
      'the former diploma in apprenticeship: the same',
      topped(apprenticeship, at19),
      JUNE,
      '18-20',
      2,
      66,
      'SMIC',
      1232.23,
    ],
    [
      'thirteen months: nothing',
      topped({}, { contractMonths: 13, ...at19 }),
      JUNE,
      '18-20',
      1,
      43,
      'SMIC',
      802.82,
    ],
    [
      'another level: nothing',
      topped({ sameLevel: false }, at19),
      JUNE,
      '18-20',
      1,
      43,
      'SMIC',
      802.82,
    ],
    [
      'no direct relation: nothing',
      topped({ directlyRelated: false }, at19),
      JUNE,
      '18-20',
      1,
      43,
      'SMIC',
      802.82,
    ],
    [
      'no diploma from the former contract: nothing',
      topped(apprenticeship, { ...at19, ...previous(51, false) }),
      JUNE,
      '18-20',
      1,
      43,
      'SMIC',
      802.82,
    ],
    [
      '21 within the year: what was due on the first day stays',
      topped({}, { birthDate: '2005-09-10' }),
      '2026-10-01',
      '21-25',
      2,
      66,
      'SMIC',
      1232.23,
    ],
    [
      '26 within the year: the grid is better',
      topped({}, { birthDate: '2000-09-10' }),
      '2026-10-01',
      '26+',
      2,
      100,
      'SMIC',
      1867.02,
    ],
    [
      '26 within the year: the month before',
      topped({}, { birthDate: '2000-09-10' }),
      '2026-09-30',
      '21-25',
      2,
      76,
      'SMIC',
      1418.94,
    ],
    [
      'on what the former contract gave: 61 + 15 (EnSup-LR)',
      topped(apprenticeship, { ...at19, ...previous(61) }),
      JUNE,
      '18-20',
      2,
      76,
      'SMIC',
      1418.94,
    ],
    [
      'not above the whole SMIC (D6222-31, al. 2)',
      topped({}, { ...at23, ...previous(90) }),
      JUNE,
      '21-25',
      2,
      100,
      'SMIC',
      1867.02,
    ],
    [
      'who had more than the SMIC keeps it, without points',
      topped({}, { ...at23, ...previous(110) }),
      JUNE,
      '21-25',
      2,
      110,
      'SMIC',
      2053.72,
    ],
    [
      'on the collective agreement’s minimum',
      topped({}, { ...at23, conventionalMinimum: 2000 }),
      JUNE,
      '21-25',
      2,
      76,
      'SMC',
      1520,
    ],
  ])
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
  check([
    ['the last day before', failed(at19), '2027-08-31', '18-20', 2, 51, 'SMIC', 952.18],
    ['failed exam: 51, not 67', failed(at19), '2027-09-01', '18-20', 2, 51, 'SMIC', 952.18],
    ['failed exam: the last day', failed(at19), '2028-08-31', '21-25', 2, 61, 'SMIC', 1138.88],
    [
      'failed exam: the age still moves',
      failed(at19),
      '2028-02-01',
      '21-25',
      2,
      61,
      'SMIC',
      1138.88,
    ],
    [
      'failed exam after a shortened contract',
      failed({ ...at19, contractStart: '2026-09-01', contractMonths: 12 }),
      '2027-09-01',
      '18-20',
      2,
      51,
      'SMIC',
      952.18,
    ],
    [
      'failed exam, in another company (L6222-11, 2°)',
      elsewhere,
      '2027-10-01',
      '18-20',
      2,
      51,
      'SMIC',
      952.18,
    ],
    [
      'failed exam, in another company: a year later still the second',
      elsewhere,
      '2028-08-31',
      '21-25',
      2,
      61,
      'SMIC',
      1138.88,
    ],
    ['disability: fifteen points', disabled(at19), '2027-09-01', '18-20', 2, 66, 'SMIC', 1232.23],
    [
      'disability: not before the extension',
      disabled(at19),
      '2027-08-31',
      '18-20',
      2,
      51,
      'SMIC',
      952.18,
    ],
    [
      'disability: not above the whole SMIC',
      disabled(at28),
      '2027-09-01',
      '26+',
      2,
      100,
      'SMIC',
      1867.02,
    ],
    [
      'disability, fourth year: 93 (EnSup-LR)',
      fourYears,
      '2026-09-01',
      '21-25',
      3,
      93,
      'SMIC',
      1736.33,
    ],
    [
      'extended into a leap February',
      {
        ...failed(at19),
        contractStart: '2025-03-01',
        extension: { reason: 'exam-failure', originalEnd: '2027-02-28', extendedEnd: '2028-02-29' },
      },
      '2028-02-29',
      '21-25',
      2,
      61,
      'SMIC',
      1138.88,
    ],
  ])
})

describe('the collective agreement’s minimum is a base from 21 on (D6222-26, 3° and 4°)', () => {
  const withSmc = (conventionalMinimum: number, contract: Partial<PayContract>) => ({
    ...contract,
    conventionalMinimum,
  })
  check([
    ['at 19 it is none', withSmc(2100, at19), JUNE, '18-20', 1, 43, 'SMIC', 802.82],
    ['at 23, higher', withSmc(2100, at23), JUNE, '21-25', 1, 53, 'SMC', 1113],
    ['at 28, higher', withSmc(2100, at28), JUNE, '26+', 1, 100, 'SMC', 2100],
    ['at 23, lower', withSmc(1800, at23), JUNE, '21-25', 1, 53, 'SMIC', 989.52],
    ['at 23, equal', withSmc(1867.02, at23), JUNE, '21-25', 1, 53, 'SMIC', 989.52],
    ['higher than one SMIC', withSmc(1850, at23), '2026-05-31', '21-25', 1, 53, 'SMC', 980.5],
    ['overtaken by the next', withSmc(1850, at23), '2026-06-01', '21-25', 1, 53, 'SMIC', 989.52],
    [
      'it comes with the birthday',
      withSmc(2100, { birthDate: '2005-05-31' }),
      '2026-06-01',
      '21-25',
      1,
      53,
      'SMC',
      1113,
    ],
    [
      'the eve of that day',
      withSmc(2100, { birthDate: '2005-05-31' }),
      '2026-05-31',
      '18-20',
      1,
      43,
      'SMIC',
      783.9,
    ],
  ])
})

describe('Mayotte has its own SMIC (domain notes, §3.3)', () => {
  const mayotte = {
    territory: 'mayotte' as const,
    contractStart: '2024-10-15',
    contractMonths: 36,
    cycleMonths: 36,
    birthDate: '2006-01-15',
  }
  check([
    ['1 November 2024: 1 361.97', mayotte, '2024-11-01', '18-20', 1, 43, 'SMIC', 585.65],
    ['1 January 2026: 1 415.05', mayotte, '2026-01-01', '18-20', 2, 51, 'SMIC', 721.68],
    ['1 June 2026: 1 449.93', { ...mayotte, ...first }, JUNE, '18-20', 1, 43, 'SMIC', 623.47],
    ['elsewhere, said or not', { territory: 'metropole' }, JUNE, '18-20', 1, 43, 'SMIC', 802.82],
  ])
})

describe('a licence professionnelle in one year is a second year (D6222-32)', () => {
  const licence = (contract: Partial<PayContract>) => ({
    contractMonths: 13,
    cycleMonths: 12,
    oneYearProfessionalLicence: true,
    ...contract,
  })
  check([
    ['at 19', licence(at19), '2025-09-22', '18-20', 2, 51, 'SMIC', 918.92],
    ['at 23', licence(at23), JUNE, '21-25', 2, 61, 'SMIC', 1138.88],
    ['at 28', licence(at28), JUNE, '26+', 2, 100, 'SMIC', 1867.02],
    ['in its thirteenth month', licence(at19), '2026-10-01', '18-20', 2, 51, 'SMIC', 952.18],
  ])
})

describe('the reckoning', () => {
  const codes = (contract: Partial<PayContract>, on: string) =>
    payOn(aContract(contract), on).steps.map(({ code }) => code)

  it('says each line, with its values, for who turned 21 under an agreement', () => {
    const contract = aContract({ birthDate: '2005-10-06', conventionalMinimum: 2100.5 })

    expect(payOn(contract, '2026-11-01')).toEqual({
      ageBracket: '21-25',
      executionYear: 2,
      percent: 61,
      base: 'SMC',
      baseMonthly: 2100.5,
      minimumWageFrom: '2026-06-01',
      monthlyGross: 1281.31,
      steps: [
        { code: 'execution-year', year: 2, from: '2026-09-22' },
        { code: 'age-bracket', age: 21, birthday: '2026-10-06', from: '2026-11-01', paid: true },
        { code: 'grid', ageBracket: '21-25', executionYear: 2, percent: 61 },
        {
          code: 'minimum-wage',
          from: '2026-06-01',
          territory: 'metropole',
          hourly: 12.31,
          monthly: 1867.02,
        },
        { code: 'conventional-minimum', monthly: 2100.5, applies: true, because: 'higher' },
        { code: 'amount', percent: 61, baseMonthly: 2100.5, monthlyGross: 1281.31 },
      ],
    })
  })

  it('says that a birthday is not paid yet', () => {
    const contract = aContract({ birthDate: '2005-10-06', conventionalMinimum: 2100.5 })

    expect(payOn(contract, '2026-10-31').steps).toEqual([
      { code: 'execution-year', year: 2, from: '2026-09-22' },
      { code: 'age-bracket', age: 21, birthday: '2026-10-06', from: '2026-11-01', paid: false },
      { code: 'grid', ageBracket: '18-20', executionYear: 2, percent: 51 },
      {
        code: 'minimum-wage',
        from: '2026-06-01',
        territory: 'metropole',
        hourly: 12.31,
        monthly: 1867.02,
      },
      { code: 'conventional-minimum', monthly: 2100.5, applies: false, because: 'under-21' },
      { code: 'amount', percent: 51, baseMonthly: 1867.02, monthlyGross: 952.18 },
    ])
  })

  it('says what the former contract and the fifteen points did', () => {
    const contract = aContract({
      contractStart: '2026-06-01',
      contractMonths: 12,
      cycleMonths: 12,
      previousContract: {
        sameEmployer: true,
        diplomaObtained: true,
        lastRegulatoryPercent: 51,
        lastPaidPercent: 90,
      },
      topUp: {
        sameLevel: true,
        directlyRelated: true,
        previousYears: 2,
        previousRoute: 'apprenticeship',
      },
    })

    expect(payOn(contract, JUNE).steps.slice(0, 6)).toEqual([
      { code: 'execution-year', year: 1, from: '2026-06-01' },
      { code: 'previous-years', year: 2 },
      { code: 'grid', ageBracket: '18-20', executionYear: 2, percent: 51 },
      { code: 'succession', basis: 'paid', percent: 90, better: true },
      { code: 'top-up', on: '2026-06-01', from: 90, points: 15, percent: 100, better: true },
      { code: 'cap', percent: 100 },
    ])
  })

  it('says that nothing changes in an extension, and what disability adds', () => {
    const extension = { originalEnd: '2027-09-21', extendedEnd: '2028-06-30' }
    const failed = aContract({ extension: { ...extension, reason: 'exam-failure' } })
    const disabled = aContract({ extension: { ...extension, reason: 'disability' } })

    expect(payOn(failed, '2027-09-22').steps.slice(0, 2)).toEqual([
      { code: 'execution-year', year: 2, from: '2026-09-22' },
      { code: 'extension', reason: 'exam-failure', from: '2027-09-22', year: 2 },
    ])
    expect(payOn(disabled, '2027-09-22').steps).toContainEqual({
      code: 'disability-points',
      points: 15,
      percent: 66,
    })
  })

  it('says that an extension in another company began with that company', () => {
    const elsewhere = aContract({
      contractStart: '2027-10-11',
      contractMonths: 9,
      extension: {
        reason: 'exam-failure',
        originalStart: '2025-09-22',
        originalEnd: '2027-06-30',
        extendedEnd: '2028-06-30',
      },
    })

    // The first contract was of 21 months and nine days: two months short of the cycle.
    expect(payOn(elsewhere, '2027-10-11').steps.slice(0, 3)).toEqual([
      { code: 'credited-months', months: 2 },
      { code: 'execution-year', year: 2, from: '2026-07-22' },
      { code: 'extension', reason: 'exam-failure', from: '2027-10-11', year: 2 },
    ])
  })

  it('says what is missing for the fifteen points', () => {
    const topUp = {
      sameLevel: false,
      directlyRelated: false,
      previousYears: 0,
      previousRoute: 'apprenticeship',
    } as const
    const previousContract = {
      sameEmployer: false,
      diplomaObtained: false,
      lastRegulatoryPercent: 51,
      lastPaidPercent: 51,
    }
    const { steps } = payOn(aContract({ topUp, previousContract }), JUNE)

    expect(steps).toContainEqual({ code: 'succession-without-diploma' })
    expect(steps).toContainEqual({
      code: 'top-up-refused',
      missing: ['same-level', 'directly-related', 'one-year', 'diploma-obtained'],
    })
  })

  it('a year that is credited in part began with the contract', () => {
    expect(payOn(aContract({ contractMonths: 12 }), JUNE).steps.slice(0, 2)).toEqual([
      { code: 'credited-months', months: 12 },
      { code: 'execution-year', year: 2, from: '2025-09-22' },
    ])
    expect(payOn(aContract({ contractMonths: 21 }), JUNE).steps[1]).toEqual({
      code: 'execution-year',
      year: 1,
      from: '2025-09-22',
    })
  })

  it('names a licence, and Mayotte', () => {
    expect(codes({ oneYearProfessionalLicence: true }, JUNE)).toContain('professional-licence')
    expect(payOn(aContract({ territory: 'mayotte' }), JUNE).steps).toContainEqual({
      code: 'minimum-wage',
      from: '2026-06-01',
      territory: 'mayotte',
      hourly: 9.56,
      monthly: 1449.93,
    })
  })

  it('keeps quiet about what has no part in it', () => {
    expect(codes({}, JUNE)).toEqual(['execution-year', 'grid', 'minimum-wage', 'amount'])
  })

  it('leaves its input alone', () => {
    const input = Object.freeze({ ...aContract(), on: JUNE })
    const before = JSON.stringify(input)
    minimumPay(input)
    expect(JSON.stringify(input)).toBe(before)
  })
})
