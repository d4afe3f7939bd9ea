import { describe, expect, it } from 'vitest'
import { startProblems, type StartDates } from '#domain/contract/startDates.ts'

/** Training begins on 22 September 2025: programme sheet. */
const dates = (changes: Partial<StartDates>): StartDates => ({
  execution: '2025-09-22',
  practical: '2025-09-22',
  centre: '2025-09-22',
  ...changes,
})
const tooLate = (field: 'practical' | 'centre', latest: string) => ({
  code: 'over-three-months',
  field,
  latest,
  blocks: true,
})

describe('when a contract, the company and the centre begin (L6222-12)', () => {
  it.each([
    ['all on the first day of training', dates({}), []],
    [
      'three months before the training',
      dates({ execution: '2025-06-22', practical: '2025-06-22' }),
      [],
    ],
    [
      'three months and a day before',
      dates({ execution: '2025-06-21', practical: '2025-06-21' }),
      [tooLate('centre', '2025-09-21')],
    ],
    [
      'three months after, a trainee until then',
      dates({
        execution: '2025-12-22',
        practical: '2025-12-22',
        centre: '2025-12-22',
        traineeSince: '2025-09-22',
      }),
      [],
    ],
    [
      'three months and a day after: a warning',
      dates({
        execution: '2025-12-23',
        practical: '2025-12-23',
        centre: '2025-12-23',
        traineeSince: '2025-09-22',
      }),
      [{ code: 'trainee-over-three-months', latest: '2025-12-22', blocks: false }],
    ],
    ['the company three months after the contract', dates({ practical: '2025-12-22' }), []],
    [
      'the company a day later',
      dates({ practical: '2025-12-23' }),
      [tooLate('practical', '2025-12-22')],
    ],
    [
      'both too late',
      dates({ practical: '2026-01-05', centre: '2026-01-05' }),
      [tooLate('practical', '2025-12-22'), tooLate('centre', '2025-12-22')],
    ],
    [
      'from 30 November, until the end of February',
      dates({ execution: '2025-11-30', practical: '2025-11-30', centre: '2026-02-28' }),
      [],
    ],
    [
      'from 30 November, 1 March is too late',
      dates({ execution: '2025-11-30', practical: '2025-11-30', centre: '2026-03-01' }),
      [tooLate('centre', '2026-02-28')],
    ],
    [
      'entering in the middle of the year',
      dates({ execution: '2026-02-02', practical: '2026-02-02', centre: '2026-02-04' }),
      [],
    ],
    [
      'the centre before the contract',
      dates({ centre: '2025-09-21' }),
      [{ code: 'before-execution', field: 'centre', blocks: true }],
    ],
    [
      'the company before the contract',
      dates({ practical: '2025-09-21' }),
      [{ code: 'before-execution', field: 'practical', blocks: true }],
    ],
    [
      'before the law of 2019',
      dates({ execution: '2018-12-31' }),
      [{ code: 'before-the-law', from: '2019-01-01', blocks: true }],
    ],
    [
      'no day',
      dates({ practical: '2025-09-31' }),
      [{ code: 'not-a-date', field: 'practical', blocks: true }],
    ],
    [
      'no day without a contract',
      dates({ traineeSince: '' }),
      [{ code: 'not-a-date', field: 'traineeSince', blocks: true }],
    ],
  ])('%s', (_, starts, problems) => {
    expect(startProblems(starts)).toEqual(problems)
  })
})
