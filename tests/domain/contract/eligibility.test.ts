import { describe, expect, it } from 'vitest'
import { eligibility, type AgeException, type Eligibility } from '#domain/contract/eligibility.ts'

const start = '2025-09-22'
const yes = (by: string, changes: object = {}) => ({
  eligible: true,
  by,
  disputed: false,
  centreAgreement: false,
  ...changes,
})
const no = (reason: string, day: object) => ({ eligible: false, reason, ...day })

const higher = (previousEnd: string): AgeException => ({ code: 'higher-diploma', previousEnd })
const broken = (previousEnd: string): AgeException => ({ code: 'broken-contract', previousEnd })

type Row = readonly [
  title: string,
  birthDate: string,
  lowerSecondaryDone: boolean,
  exceptions: readonly AgeException[],
  answer: object,
]

const rows: readonly Row[] = [
  ['16 on the first day (L6222-1)', '2009-09-22', false, [], yes('age')],
  [
    '16 on the day after, collège done (L6222-1, al. 2)',
    '2009-09-23',
    true,
    [],
    yes('lower-secondary'),
  ],
  [
    '16 on the day after, collège not done',
    '2009-09-23',
    false,
    [],
    no('lower-secondary-missing', { from: '2025-09-23' }),
  ],
  ['15 on the first day, collège done', '2010-09-22', true, [], yes('lower-secondary')],
  [
    '15 by 31 December: a pupil until the birthday (L6222-1, al. 3)',
    '2010-12-31',
    true,
    [],
    no('under-15', { from: '2025-12-31' }),
  ],
  [
    'the eve of the 30th birthday (programme sheet: 29 révolus)',
    '1995-09-23',
    true,
    [],
    yes('age'),
  ],
  ['the 30th birthday', '1995-09-22', true, [], no('over-29', { until: '2025-09-21' })],
  [
    '30, for a higher diploma within a year (D6222-1)',
    '1995-01-01',
    true,
    [higher('2024-09-22')],
    yes('higher-diploma'),
  ],
  [
    '30, for a higher diploma a day late',
    '1995-01-01',
    true,
    [higher('2024-09-21')],
    no('over-one-year-between', { until: '2025-09-21' }),
  ],
  [
    '30, two grounds too late: the later one counts',
    '1995-01-01',
    true,
    [broken('2024-06-30'), higher('2023-06-30')],
    no('over-one-year-between', { until: '2025-06-30' }),
  ],
  [
    '30, after a contract broken without one’s will',
    '1995-01-01',
    true,
    [broken('2025-06-30')],
    yes('broken-contract'),
  ],
  [
    '30, one ground too late, the other in time',
    '1995-01-01',
    true,
    [higher('2023-06-30'), broken('2025-06-30')],
    yes('broken-contract'),
  ],
  ['34, for a higher diploma', '1991-01-01', true, [higher('2025-06-30')], yes('higher-diploma')],
  [
    '35, for a higher diploma: sources disagree',
    '1990-01-01',
    true,
    [higher('2025-06-30')],
    yes('higher-diploma', { disputed: true }),
  ],
  [
    'the eve of the 36th birthday',
    '1989-09-23',
    true,
    [higher('2025-06-30')],
    yes('higher-diploma', { disputed: true }),
  ],
  [
    'the 36th birthday',
    '1989-09-22',
    true,
    [higher('2025-06-30')],
    no('over-35', { until: '2025-09-21' }),
  ],
  [
    '45 with a disability (L6222-2, 3°)',
    '1980-01-01',
    true,
    [{ code: 'disability' }],
    yes('disability'),
  ],
  [
    '45 with a company to take over (4°)',
    '1980-01-01',
    true,
    [{ code: 'business-project' }],
    yes('business-project'),
  ],
  [
    '45 in high-level sport (5°)',
    '1980-01-01',
    true,
    [{ code: 'high-level-sport' }],
    yes('high-level-sport'),
  ],
  [
    '30 to sit a failed exam again (L6222-11)',
    '1995-09-01',
    true,
    [{ code: 'exam-failure' }],
    yes('exam-failure'),
  ],
  [
    '45, the ground without a limit counts first',
    '1980-01-01',
    true,
    [higher('2025-06-30'), { code: 'disability' }],
    yes('disability'),
  ],
  [
    '14 with a disability is still too young',
    '2011-01-01',
    true,
    [{ code: 'disability' }],
    no('under-15', { from: '2026-01-01' }),
  ],
  ['no day of birth', '1995-02-30', true, [], { eligible: false, reason: 'not-a-date' }],
  [
    'no day of a former end',
    '1990-01-01',
    true,
    [higher('soon')],
    { eligible: false, reason: 'not-a-date' },
  ],
]

describe('who may begin', () => {
  it.each(rows)('%s', (_, birthDate, lowerSecondaryDone, exceptions, answer) => {
    const input = { birthDate, contractStart: start, lowerSecondaryDone, exceptions }
    expect(eligibility(input)).toEqual(answer as Eligibility)
  })

  it.each([
    ['born on 29 February: 30 on 28 February', '1996-02-29', '2026-02-28', false],
    ['born on 29 February: 29 on 27 February', '1996-02-29', '2026-02-27', true],
    ['born on 1 March: 29 on 28 February', '1996-03-01', '2026-02-28', true],
  ])('%s', (_, birthDate, contractStart, eligible) => {
    expect(eligibility({ birthDate, contractStart, lowerSecondaryDone: true })).toMatchObject({
      eligible,
    })
  })

  it.each([
    [0, false],
    [1, false],
    [2, true],
  ])(
    'after %d contracts of the level, the centre’s word is asked: %s (L6222-15)',
    (before, asked) => {
      const person = { birthDate: '2005-01-01', contractStart: start, lowerSecondaryDone: true }
      expect(eligibility({ ...person, contractsOfSameLevel: before })).toEqual(
        yes('age', { centreAgreement: asked }),
      )
    },
  )
})
