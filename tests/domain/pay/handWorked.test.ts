import { expect, it } from 'vitest'
import { minimumPay } from '#domain/pay.ts'

/**
 * Worked out by hand from the texts alone, as somebody would who only knows the signature: amounts
 * in euros, by the minimum wages of November 2024, January 2026 and June 2026.
 */
const usual = {
  birthDate: '2006-03-15',
  contractStart: '2025-09-22',
  contractMonths: 24,
  cycleMonths: 24,
  on: '2025-10-15',
}
const year = { contractMonths: 12, cycleMonths: 12 }
const related = { sameLevel: true, directlyRelated: true, previousYears: 2 }
const three = { contractMonths: 36, cycleMonths: 36 }
const failed = {
  reason: 'exam-failure',
  originalEnd: '2026-08-31',
  extendedEnd: '2027-08-31',
} as const
const former = { diplomaObtained: true, lastRegulatoryPercent: 55, lastPaidPercent: 70 }

type Row = readonly [string, Partial<Parameters<typeof minimumPay>[0]>, number, number, string]
const rows: readonly Row[] = [
  ['y1 19', {}, 774.77, 43, '18-20'],
  ['y2 from anniversary', { on: '2026-09-22' }, 952.18, 51, '18-20'],
  ['day before anniversary', { on: '2026-09-21' }, 802.82, 43, '18-20'],
  ['jan 2026', { on: '2026-01-01' }, 783.9, 43, '18-20'],
  ['31 dec 2025', { on: '2025-12-31' }, 774.77, 43, '18-20'],
  ['18 mid month stays', { birthDate: '2008-03-15', on: '2026-03-31' }, 492.22, 27, '-18'],
  ['18 next month', { birthDate: '2008-03-15', on: '2026-04-01' }, 783.9, 43, '18-20'],
  ['born on the 1st: next month', { birthDate: '2008-03-01', on: '2026-03-31' }, 492.22, 27, '-18'],
  ['born 1st, then', { birthDate: '2008-03-01', on: '2026-04-01' }, 783.9, 43, '18-20'],
  ['born 31st', { birthDate: '2008-03-31', on: '2026-04-01' }, 783.9, 43, '18-20'],
  ['leap born april', { birthDate: '2008-02-29', on: '2026-04-01' }, 783.9, 43, '18-20'],
  ['21 in y2 gives 61', { birthDate: '2005-11-10', on: '2026-12-01' }, 1138.88, 61, '21-25'],
  ['21 in november still 51', { birthDate: '2005-11-10', on: '2026-11-30' }, 952.18, 51, '18-20'],
  ['26 100%', { birthDate: '1999-01-01' }, 1801.8, 100, '26+'],
  ['26 smc', { birthDate: '1999-01-01', conventionalMinimum: 2000 }, 2000, 100, '26+'],
  ['21 smc higher', { birthDate: '2003-01-01', conventionalMinimum: 2000 }, 1060, 53, '21-25'],
  ['21 smc lower', { birthDate: '2003-01-01', conventionalMinimum: 1500 }, 954.95, 53, '21-25'],
  ['20 smc not base', { conventionalMinimum: 3000 }, 774.77, 43, '18-20'],
  ['y3', { contractStart: '2024-01-15', ...three, on: '2026-06-15' }, 1250.9, 67, '18-20'],
  ['credited 12 of 24', { contractMonths: 12 }, 918.92, 51, '18-20'],
  [
    'credited 3: y2 three months earlier',
    { contractMonths: 21, on: '2026-06-22' },
    952.18,
    51,
    '18-20',
  ],
  ['credited 3 eve', { contractMonths: 21, on: '2026-06-21' }, 802.82, 43, '18-20'],
  [
    'topup school BTS 20',
    { birthDate: '2005-03-15', ...year, topUp: { ...related, previousRoute: 'school' } },
    1189.19,
    66,
    '18-20',
  ],
  [
    'topup 21',
    { birthDate: '2003-03-15', ...year, topUp: { ...related, previousRoute: 'apprenticeship' } },
    1369.37,
    76,
    '21-25',
  ],
  [
    'topup 26 never over 100',
    { birthDate: '1999-01-01', ...year, topUp: { ...related, previousRoute: 'school' } },
    1801.8,
    100,
    '26+',
  ],
  [
    'topup not related',
    {
      birthDate: '2005-03-15',
      ...year,
      topUp: { ...related, directlyRelated: false, previousRoute: 'school' },
    },
    774.77,
    43,
    '18-20',
  ],
  [
    'topup long contract',
    { birthDate: '2005-03-15', topUp: { ...related, previousRoute: 'school' } },
    774.77,
    43,
    '18-20',
  ],
  [
    'licence pro',
    { birthDate: '2004-12-01', ...year, oneYearProfessionalLicence: true, on: '2025-10-01' },
    918.92,
    51,
    '18-20',
  ],
  [
    'licence pro 21',
    { birthDate: '2004-03-01', ...year, oneYearProfessionalLicence: true },
    1099.1,
    61,
    '21-25',
  ],
  [
    'succession other employer floor',
    { birthDate: '2006-12-15', previousContract: { ...former, sameEmployer: false } },
    990.99,
    55,
    '18-20',
  ],
  [
    'succession same employer',
    { birthDate: '2006-12-15', previousContract: { ...former, sameEmployer: true } },
    1261.26,
    70,
    '18-20',
  ],
  [
    'succession no diploma',
    {
      birthDate: '2006-12-15',
      previousContract: { ...former, diplomaObtained: false, sameEmployer: true },
    },
    774.77,
    43,
    '18-20',
  ],
  [
    'succession grid better',
    {
      birthDate: '2003-12-15',
      previousContract: {
        ...former,
        sameEmployer: false,
        lastRegulatoryPercent: 51,
        lastPaidPercent: 51,
      },
    },
    954.95,
    53,
    '21-25',
  ],
  [
    'extension exam failure y2 kept',
    {
      birthDate: '2007-01-10',
      contractStart: '2024-09-01',
      contractMonths: 24,
      on: '2026-10-15',
      extension: failed,
    },
    952.18,
    51,
    '18-20',
  ],
  [
    'extension disability +15',
    {
      birthDate: '2003-06-10',
      contractStart: '2023-09-01',
      ...three,
      on: '2026-10-15',
      extension: { ...failed, reason: 'disability' },
    },
    1736.33,
    93,
    '21-25',
  ],
  [
    'extension disability 26 cap',
    {
      birthDate: '1999-06-10',
      contractStart: '2023-09-01',
      ...three,
      on: '2026-10-15',
      extension: { ...failed, reason: 'disability' },
    },
    1867.02,
    100,
    '26+',
  ],
  [
    'extension in the original part',
    {
      birthDate: '2007-01-10',
      contractStart: '2024-09-01',
      contractMonths: 24,
      on: '2026-03-15',
      extension: failed,
    },
    929.75,
    51,
    '18-20',
  ],
  [
    'extension bracket moves',
    {
      birthDate: '2005-10-10',
      contractStart: '2024-09-01',
      contractMonths: 24,
      on: '2026-11-01',
      extension: failed,
    },
    1138.88,
    61,
    '21-25',
  ],
  ['mayotte', { territory: 'mayotte' }, 585.65, 43, '18-20'],
  ['mayotte june', { territory: 'mayotte', on: '2026-06-01' }, 623.47, 43, '18-20'],
  ['three minimum wages: may', { on: '2026-05-31' }, 783.9, 43, '18-20'],
  ['june', { on: '2026-06-01' }, 802.82, 43, '18-20'],
  ['y1 15 years like 16', { birthDate: '2010-09-01', on: '2025-10-15' }, 486.49, 27, '-18'],
  [
    'leap start mar1',
    { contractStart: '2024-02-29', birthDate: '2004-05-05', on: '2025-03-01' },
    918.92,
    51,
    '18-20',
  ],
  ['start 31st', { contractStart: '2025-08-31', on: '2026-08-30' }, 802.82, 43, '18-20'],
  ['start 31st y2', { contractStart: '2025-08-31', on: '2026-08-31' }, 952.18, 51, '18-20'],
  [
    'Mayotte 26',
    { territory: 'mayotte', birthDate: '1999-01-01', on: '2026-01-15' },
    1415.05,
    100,
    '26+',
  ],
  ['2yr y1 minor at start', { birthDate: '2009-01-10', on: '2026-09-22' }, 728.14, 39, '-18'],
]

it.each(rows)('%s', (_, change, gross, percent, bracket) => {
  const pay = minimumPay({ ...usual, ...change })
  expect(pay).toMatchObject({ percent, ageBracket: bracket })
  // No text says how to round: a cent more or less is nobody’s error.
  expect('monthlyGross' in pay && Math.abs(pay.monthlyGross - gross) < 0.011).toBe(true)
})

const refused: readonly (readonly [string, Row[1]])[] = [
  ['under 15 refused', { birthDate: '2011-09-30' }],
  ['before first wage', { contractStart: '2019-09-01', on: '2019-10-01', birthDate: '2000-01-01' }],
  ['bad date', { birthDate: '2006-02-30' }],
  ['on before start', { on: '2025-09-21' }],
  ['on after end', { on: '2027-09-22' }],
  ['zero months', { contractMonths: 0 }],
  ['NaN smc', { conventionalMinimum: Number.NaN, birthDate: '2003-01-01' }],
  ['negative smc', { conventionalMinimum: -5, birthDate: '2003-01-01' }],
  [
    'extension end before',
    {
      on: '2027-01-01',
      extension: { reason: 'exam-failure', originalEnd: '2027-09-21', extendedEnd: '2027-01-01' },
    },
  ],
]

it.each(refused)('is no number: %s', (_, change) => {
  const pay = minimumPay({ ...usual, ...change })
  expect(pay).toHaveProperty('refused')
  expect(pay).not.toHaveProperty('monthlyGross')
})
