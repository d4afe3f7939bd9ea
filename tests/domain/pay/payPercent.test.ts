import { describe } from 'vitest'
import type { PayContract, PreviousContract, TopUp } from '#domain/pay/payInput.ts'
import { at17, at19, at23, at28, itPays, JUNE } from './contracts.ts'

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
  itPays([
    ['another company: what was due', after({}), JUNE, '18-20 1 51 SMIC 952.18'],
    ['the same company: what was paid', after(same), JUNE, '18-20 1 60 SMIC 1120.21'],
    [
      'the same company: what was paid, be it less than was due',
      after({ ...same, lastPaidPercent: 45 }),
      JUNE,
      '18-20 1 45 SMIC 840.16',
    ],
    [
      'the same company paid above the SMIC',
      after({ ...same, lastPaidPercent: 110 }),
      JUNE,
      '18-20 1 110 SMIC 2053.72',
    ],
    [
      'without the diploma: the grid, lower than before',
      after({ diplomaObtained: false }),
      JUNE,
      '18-20 1 43 SMIC 802.82',
    ],
    ['the grid is better at 23', after({}, at23), JUNE, '21-25 1 53 SMIC 989.52'],
    [
      'the grid is better in the second year',
      after({ lastRegulatoryPercent: 45 }),
      '2026-09-22',
      '18-20 2 51 SMIC 952.18',
    ],
    [
      'the year of execution does not move',
      after({ lastRegulatoryPercent: 67 }),
      '2026-09-22',
      '18-20 2 67 SMIC 1250.90',
    ],
    [
      'a percentage with decimals',
      after({ ...same, lastPaidPercent: 53.75 }),
      JUNE,
      '18-20 1 53.75 SMIC 1003.52',
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
  itPays([
    ['after one year, 17', topped(years(1), at17), JUNE, '-18 1 42 SMIC 784.15'],
    ['after one year, 19', topped(years(1), at19), JUNE, '18-20 1 58 SMIC 1082.87'],
    ['after one year, 23', topped(years(1), at23), JUNE, '21-25 1 68 SMIC 1269.57'],
    ['after one year, 28', topped(years(1), at28), JUNE, '26+ 1 100 SMIC 1867.02'],
    ['after two years, 17', topped(years(2), at17), JUNE, '-18 2 54 SMIC 1008.19'],
    [
      'after two years, 19: a BTS at school, 66',
      topped(years(2), at19),
      JUNE,
      '18-20 2 66 SMIC 1232.23',
    ],
    [
      'after two years, 23: the official 76',
      topped(years(2), at23),
      JUNE,
      '21-25 2 76 SMIC 1418.94',
    ],
    ['after two years, 28', topped(years(2), at28), JUNE, '26+ 2 100 SMIC 1867.02'],
    ['after three years, 17', topped(years(3), at17), JUNE, '-18 3 70 SMIC 1306.91'],
    ['after three years, 19', topped(years(3), at19), JUNE, '18-20 3 82 SMIC 1530.96'],
    ['after three years, 23', topped(years(3), at23), JUNE, '21-25 3 93 SMIC 1736.33'],
    ['after three years, 28', topped(years(3), at28), JUNE, '26+ 3 100 SMIC 1867.02'],
    [
      'the former diploma in apprenticeship: the same',
      topped(apprenticeship, at19),
      JUNE,
      '18-20 2 66 SMIC 1232.23',
    ],
    [
      'thirteen months: nothing',
      topped({}, { contractMonths: 13, ...at19 }),
      JUNE,
      '18-20 1 43 SMIC 802.82',
    ],
    ['another level: nothing', topped({ sameLevel: false }, at19), JUNE, '18-20 1 43 SMIC 802.82'],
    [
      'no direct relation: nothing',
      topped({ directlyRelated: false }, at19),
      JUNE,
      '18-20 1 43 SMIC 802.82',
    ],
    [
      'no diploma from the former contract: nothing',
      topped(apprenticeship, { ...at19, ...previous(51, false) }),
      JUNE,
      '18-20 1 43 SMIC 802.82',
    ],
    [
      'a diploma at school, and a former contract without one',
      topped({}, { ...at19, ...previous(51, false) }),
      JUNE,
      '18-20 2 66 SMIC 1232.23',
    ],
    [
      '21 within the year: what was due on the first day stays',
      topped({}, { birthDate: '2005-09-10' }),
      '2026-10-01',
      '21-25 2 66 SMIC 1232.23',
    ],
    [
      '26 within the year: the grid is better',
      topped({}, { birthDate: '2000-09-10' }),
      '2026-10-01',
      '26+ 2 100 SMIC 1867.02',
    ],
    [
      '26 within the year: the month before',
      topped({}, { birthDate: '2000-09-10' }),
      '2026-09-30',
      '21-25 2 76 SMIC 1418.94',
    ],
    [
      'on what the former contract gave: 61 + 15 (EnSup-LR)',
      topped(apprenticeship, { ...at19, ...previous(61) }),
      JUNE,
      '18-20 2 76 SMIC 1418.94',
    ],
    [
      'not above the whole SMIC (D6222-31, al. 2)',
      topped({}, { ...at23, ...previous(90) }),
      JUNE,
      '21-25 2 100 SMIC 1867.02',
    ],
    [
      'who had more than the SMIC keeps it, without points',
      topped({}, { ...at23, ...previous(110) }),
      JUNE,
      '21-25 2 110 SMIC 2053.72',
    ],
    [
      'on the collective agreement’s minimum',
      topped({}, { ...at23, conventionalMinimum: 2000 }),
      JUNE,
      '21-25 2 76 SMC 1520.00',
    ],
  ])
})
