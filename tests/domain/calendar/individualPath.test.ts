import { describe, expect, it } from 'vitest'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import { trainingTime } from '#domain/calendar/counts.ts'
import { individualPath } from '#domain/calendar/individualPath.ts'
import type { CohortPlan } from '#domain/calendar/plan.ts'
import type { Content } from '#domain/operation.ts'

const nothing = { extraYears: [], periods: [], exchanges: [] }
const moved = { change: 'moved', from: '2025-10-06', half: 'am' }

/** Programme sheet: entry at any time, path shortened or extended, days moved; L6222-35: exam leave. */
const rows: readonly (readonly [string, Content, object])[] = [
  ['late entry', { change: 'late-entry', from: '2026-01-05' }, { entersOn: '2026-01-05' }],
  ['shortened path', { change: 'shortened', from: '2027-03-31' }, { leavesOn: '2027-03-31' }],
  [
    'extended path: a year more',
    { change: 'extended', from: '2027-09-06', until: '2028-06-30' },
    { extraYears: [{ start: '2027-09-06', end: '2028-06-30' }] },
  ],
  [
    'a half-day moved: it changes places with another',
    { ...moved, otherOn: '2025-10-09', otherHalf: 'pm' },
    {
      exchanges: [
        { one: { date: '2025-10-06', half: 'am' }, other: { date: '2025-10-09', half: 'pm' } },
      ],
    },
  ],
  [
    'exam leave of five days',
    { change: 'period', from: '2027-05-10', until: '2027-05-14', place: 'revision' },
    { periods: [{ start: '2027-05-10', end: '2027-05-14', place: 'revision' }] },
  ],
  [
    'one morning of exam',
    { change: 'period', from: '2027-05-18', half: 'am', place: 'exam' },
    { periods: [{ start: '2027-05-18', end: '2027-05-18', place: 'exam', half: 'am' }] },
  ],
  ['written by mistake', { change: 'late-entry', from: '2026-01-05', cancelled: 'yes' }, {}],
  ['moved to nowhere', moved, {}],
  ['a period that says no place', { change: 'period', from: '2027-05-18' }, {}],
  [
    'an end before its beginning',
    { change: 'period', from: '2027-05-18', until: '2027-05-17', place: 'closed' },
    {},
  ],
]

describe('what one apprentice has otherwise', () => {
  it.each(rows)('%s', (_, content, path) => {
    expect(individualPath([content])).toEqual({ ...nothing, ...path })
  })

  it('of two dates of entry the later written one counts', () => {
    const enters = (from: string): Content => ({ change: 'late-entry', from })
    expect(individualPath([enters('2026-01-05'), enters('2025-11-03')])).toMatchObject({
      entersOn: '2025-11-03',
    })
  })
})

describe('the hours follow', () => {
  // Two days a week in the centre for four weeks of 28 half-hours: 3.5 hours the half-day.
  const plan: CohortPlan = {
    years: [{ start: '2025-10-06', end: '2025-10-31' }],
    rhythm: {
      weeks: [['mon-am', 'mon-pm', 'tue-am', 'tue-pm']],
      minutesPerHalfDay: 210,
    },
    periods: [],
  }
  const hours = (...contents: Content[]) =>
    trainingTime(
      alternationCalendar({
        contract: { start: '2025-09-01', end: '2026-08-31' },
        plan,
        path: individualPath(contents),
      }),
      { requiredHours: 56 },
      '2025-10-31',
    ).planned / 60

  it.each<[string, number, Content[]]>([
    ['as the cohort', 56, []],
    ['entered a week late: two days less', 42, [{ change: 'late-entry', from: '2025-10-13' }]],
    ['left after two weeks', 28, [{ change: 'shortened', from: '2025-10-19' }]],
    [
      'a week of training more, a year later',
      70,
      [{ change: 'extended', from: '2026-01-05', until: '2026-01-11' }],
    ],
    [
      'a half-day moved: not an hour is lost',
      56,
      [{ ...moved, otherOn: '2025-10-09', otherHalf: 'pm' }],
    ],
    [
      'a day of exam in the centre is no training',
      49,
      [{ change: 'period', from: '2025-10-06', place: 'exam' }],
    ],
  ])('%s: %d hours', (_, planned, contents) => {
    expect(hours(...contents)).toBe(planned)
  })
})
