import { describe } from 'vitest'
import type { PayContract } from '#domain/pay/payInput.ts'
import { at17, at19, at23, at28, itPays, JUNE } from './contracts.ts'

const first = { contractStart: '2026-06-01' }
const second = { contractStart: '2025-06-01' }
const third = { contractStart: '2024-06-01', contractMonths: 36, cycleMonths: 36 }

describe('the grid (D6222-26; third row as labonnealternance, August 2026)', () => {
  itPays([
    ['first year, 17', { ...first, ...at17 }, JUNE, '-18 1 27 SMIC 504.10'],
    ['first year, 19', { ...first, ...at19 }, JUNE, '18-20 1 43 SMIC 802.82'],
    ['first year, 23', { ...first, ...at23 }, JUNE, '21-25 1 53 SMIC 989.52'],
    ['first year, 28', { ...first, ...at28 }, JUNE, '26+ 1 100 SMIC 1867.02'],
    ['second year, 17: 728.14', { ...second, ...at17 }, JUNE, '-18 2 39 SMIC 728.14'],
    ['second year, 19', { ...second, ...at19 }, JUNE, '18-20 2 51 SMIC 952.18'],
    ['second year, 23', { ...second, ...at23 }, JUNE, '21-25 2 61 SMIC 1138.88'],
    ['second year, 28', { ...second, ...at28 }, JUNE, '26+ 2 100 SMIC 1867.02'],
    ['third year, 17: 1 026.86', { ...third, ...at17 }, JUNE, '-18 3 55 SMIC 1026.86'],
    ['third year, 19', { ...third, ...at19 }, JUNE, '18-20 3 67 SMIC 1250.90'],
    ['third year, 23', { ...third, ...at23 }, JUNE, '21-25 3 78 SMIC 1456.28'],
    ['third year, 28', { ...third, ...at28 }, JUNE, '26+ 3 100 SMIC 1867.02'],
    [
      'a fourth year is paid as a third (EnSup-LR on D6222-26; state contract form)',
      { contractStart: '2022-09-01', contractMonths: 48, cycleMonths: 48, ...at23 },
      '2025-09-01',
      '21-25 4 78 SMIC 1405.40',
    ],
    [
      'under sixteen as at sixteen (D6222-27)',
      { ...first, birthDate: '2011-05-31' },
      JUNE,
      '-18 1 27 SMIC 504.10',
    ],
  ])
})

describe('a birthday is paid from the first of the next month (D6222-31, al. 1)', () => {
  const born = (birthDate: string, contract: Partial<PayContract> = {}) => ({
    ...contract,
    birthDate,
  })
  const leap = { contractStart: '2024-09-02', contractMonths: 24 }
  itPays([
    [
      'born on the 1st: the birthday itself',
      born('2008-02-01'),
      '2026-02-01',
      '-18 1 27 SMIC 492.22',
    ],
    [
      'born on the 1st: the end of its month',
      born('2008-02-01'),
      '2026-02-28',
      '-18 1 27 SMIC 492.22',
    ],
    ['born on the 1st: the 1st after', born('2008-02-01'), '2026-03-01', '18-20 1 43 SMIC 783.90'],
    ['born on the 31st: the next day', born('2008-01-31'), '2026-02-01', '18-20 1 43 SMIC 783.90'],
    [
      'born on 31 December: over the new year',
      born('2007-12-31'),
      '2026-01-01',
      '18-20 1 43 SMIC 783.90',
    ],
    ['born on 29 February: 28 February', born('2008-02-29'), '2026-02-28', '-18 1 27 SMIC 492.22'],
    [
      'born on 29 February: 1 March (circulaire of 25 July 2013)',
      born('2008-02-29'),
      '2026-03-01',
      '18-20 1 43 SMIC 783.90',
    ],
    ['born on 1 March: 1 March', born('2008-03-01'), '2026-03-31', '-18 1 27 SMIC 492.22'],
    ['born on 1 March: 1 April', born('2008-03-01'), '2026-04-01', '18-20 1 43 SMIC 783.90'],
    [
      '21 on a leap day that is none',
      born('2004-02-29', leap),
      '2025-03-01',
      '21-25 1 53 SMIC 954.95',
    ],
    [
      '21 in the second year: the month of the birthday',
      born('2005-10-06'),
      '2026-10-31',
      '18-20 2 51 SMIC 952.18',
    ],
    [
      '21 in the second year: 61, not 53 (al. 3)',
      born('2005-10-06'),
      '2026-11-01',
      '21-25 2 61 SMIC 1138.88',
    ],
    ['26: the month of the birthday', born('2000-05-20'), '2026-05-31', '21-25 1 53 SMIC 966.21'],
    ['26: all of the SMIC', born('2000-05-20'), '2026-06-01', '26+ 1 100 SMIC 1867.02'],
    [
      'eighteen on the first day: at once (D6222-26)',
      born('2007-09-22'),
      '2025-09-22',
      '18-20 1 43 SMIC 774.77',
    ],
    [
      'eighteen twelve days before the first: at once',
      born('2007-09-10'),
      '2025-09-22',
      '18-20 1 43 SMIC 774.77',
    ],
    [
      'eighteen the day after the first: not yet',
      born('2007-09-23'),
      '2025-09-30',
      '-18 1 27 SMIC 486.49',
    ],
    [
      'eighteen the day after the first: next month',
      born('2007-09-23'),
      '2025-10-01',
      '18-20 1 43 SMIC 774.77',
    ],
  ])
})
