import { describe, expect, it } from 'vitest'
import {
  assessAbsence,
  proofDue,
  usualPolicy,
  type Absence,
  type AbsencePolicy,
} from '#domain/absences/absence.ts'
import { motiveRuleOn, motiveRules } from '#domain/absences/motives.ts'
import { motives, type Motive } from '#domain/absences/motiveNames.ts'
import { calendarWith } from '../calendar/plans.ts'
import { anAbsence, wholeDays } from './declared.ts'

const calendar = calendarWith()
/** A Monday and a Tuesday in the centre, and a Thursday in the company. */
const [MONDAY, TUESDAY, THURSDAY] = ['2025-10-06', '2025-10-07', '2025-10-09']

const assess = (absence: Absence, today = '2025-12-01', policy: Partial<AbsencePolicy> = {}) =>
  assessAbsence(absence, calendar, today, { ...usualPolicy, ...policy })
/** How many half-days come to what: `justified maintained 8`. */
function outcomeOf(...args: Parameters<typeof assess>): string[] {
  const names = assess(...args).map(
    ({ status, pay, objection }) => `${status} ${pay}${objection ? ` (${objection})` : ''}`,
  )
  return [...new Set(names)].map(
    (name) => `${names.filter((each) => each === name).length} ${name}`,
  )
}

describe('an absence with its proof in time', () => {
  it.each<[Motive, number, string[], string]>([
    ['own-marriage', 4, ['8 justified maintained'], 'L3142-4 1°: 4 days'],
    [
      'own-marriage',
      5,
      ['8 justified maintained', '2 unjustified deductible (too-long)'],
      'L3142-4 1°: 4 days, the fifth is too many',
    ],
    ['child-marriage', 1, ['2 justified maintained'], 'L3142-4 2°: 1 day'],
    [
      'child-marriage',
      2,
      ['2 justified maintained', '2 unjustified deductible (too-long)'],
      'L3142-4 2°: 1 day',
    ],
    ['birth-or-adoption', 3, ['6 justified maintained'], 'L3142-4 3°: 3 days'],
    ['relative-death', 3, ['6 justified maintained'], 'L3142-4 5°: 3 days'],
    [
      'relative-death',
      4,
      ['6 justified maintained', '2 unjustified deductible (too-long)'],
      'L3142-4 5°: 3 days',
    ],
    ['child-illness-announced', 5, ['10 justified maintained'], 'L3142-4 6°, loi 2023-622: 5 days'],
    [
      'defence-day',
      2,
      ['2 justified maintained', '2 unjustified deductible (too-long)'],
      'L3142-97: 1 day',
    ],
    ['illness', 5, ['10 justified insurance'], 'L1226-1: as long as the certificate says'],
    ['work-accident', 5, ['10 justified insurance'], 'L1226-7'],
    ['maternity', 5, ['10 justified insurance'], 'L1225-17'],
    ['paternity', 5, ['10 justified insurance'], 'L1225-35'],
    ['prenatal-exam', 1, ['2 justified maintained'], 'L1225-16: on full pay'],
    ['summons', 1, ['2 justified undecided'], 'usage: case by case'],
    ['exclusion', 1, ['2 unjustified undecided (motive)'], 'internal rules of the centre'],
    ['personal', 1, ['2 unjustified deductible (motive)'], 'sheet: the others are unjustified'],
    ['unknown', 1, ['2 unjustified deductible (motive)'], 'sheet: the others are unjustified'],
  ])('%s, %i days: %j (%s)', (motive, count, expected) => {
    expect(outcomeOf(anAbsence(motive, wholeDays(MONDAY, count), MONDAY))).toEqual(expected)
  })

  it.each<[Motive, string, number | null, string]>([
    ['child-death', '2025-10-06', 12, 'loi 2023-622: 12 days'],
    ['child-death', '2023-07-21', 12, 'its first day'],
    ['child-death', '2023-07-20', 5, 'loi 2016-1088: 5 days'],
    ['young-child-death', '2025-10-06', 14, 'loi 2023-622: under 25, 14 days'],
    ['young-child-death', '2023-07-20', 7, 'loi 2020-692: 7 days'],
    ['bereavement', '2025-10-06', 8, 'L3142-1-1: 8 days more'],
    ['child-illness-announced', '2023-07-20', 2, 'loi 2016-1088: 2 days'],
    ['exam-leave', '2027-05-10', 5, 'L6222-35: 5 days'],
    ['illness', '2025-10-06', null, 'no limit'],
  ])('%s on %s: %s days (%s)', (motive, date, days) => {
    expect(motiveRuleOn(motive, date)?.maxDays).toBe(days)
  })

  it('an agreement may give more days than the law', () => {
    const week = anAbsence('own-marriage', wholeDays(MONDAY, 5), MONDAY)
    expect(outcomeOf(week, '2025-12-01', { extraDays: { 'own-marriage': 1 } })).toEqual([
      '10 justified maintained',
    ])
  })

  it('every motive has a rule today, with a source and a code', () => {
    for (const motive of motives) expect(motiveRuleOn(motive, MONDAY), motive).not.toBeNull()
    for (const { source, code } of motiveRules) expect(source && code).toBeTruthy()
  })
})

describe('its proof', () => {
  it.each<[string, string | null, string, Partial<AbsencePolicy>, string[]]>([
    ['may still come within 48 hours', null, '2025-10-08', {}, ['2 waiting undecided']],
    ['did not come in time', null, '2025-10-09', {}, ['2 unjustified deductible (no-proof)']],
    ['came on the last day', '2025-10-08', '2025-10-20', {}, ['2 justified insurance']],
    [
      'was confirmed after a weekend: the apprentice had no part in that',
      '2025-10-13',
      '2025-10-20',
      {},
      ['2 justified insurance'],
    ],
    [
      'was confirmed late, which this centre does not take',
      '2025-10-09',
      '2025-10-20',
      { acceptsLateProof: false },
      ['2 unjustified deductible (late-proof)'],
    ],
    ['has a week in this centre', null, '2025-10-13', { proofDays: 7 }, ['2 waiting undecided']],
  ])('%s', (_, seenOn, today, policy, expected) => {
    expect(outcomeOf(anAbsence('illness', wholeDays(MONDAY), seenOn), today, policy)).toEqual(
      expected,
    )
  })

  it('is due from the first half-day on, in whatever order they were ticked', () => {
    const absence = anAbsence('illness', [...wholeDays(TUESDAY), ...wholeDays(MONDAY)])
    expect(proofDue(absence, usualPolicy)).toBe('2025-10-08')
    expect(proofDue(anAbsence('illness', []), usualPolicy)).toBeNull()
  })

  it('is asked for neither paid leave nor exam leave: the company granted them itself', () => {
    expect(outcomeOf(anAbsence('paid-leave', wholeDays(THURSDAY)))).toEqual([
      '2 justified maintained',
    ])
    expect(outcomeOf(anAbsence('exam-leave', wholeDays(THURSDAY)))).toEqual([
      '2 justified maintained',
    ])
  })
})

describe('where it was', () => {
  it('half-days on which nobody expected the apprentice are no absence', () => {
    const week = anAbsence('illness', wholeDays('2025-11-08', 5), '2025-11-10')
    // Saturday, Sunday, Monday in the centre, 11 November, Wednesday in both.
    expect(assess(week).map(({ date, half, place }) => `${date} ${half} ${place}`)).toEqual([
      '2025-11-10 am centre',
      '2025-11-10 pm centre',
      '2025-11-12 am centre',
      '2025-11-12 pm company',
    ])
  })

  it('paid leave is for the company’s days: in the centre it is no excuse (sheet)', () => {
    const days = wholeDays('2025-10-08')
    expect(assess(anAbsence('paid-leave', days))).toEqual([
      {
        ...{ date: '2025-10-08', half: 'am', place: 'centre' },
        ...{ status: 'unjustified', objection: 'leave-in-centre', pay: 'deductible' },
      },
      {
        ...{ date: '2025-10-08', half: 'pm', place: 'company' },
        ...{ status: 'justified', objection: null, pay: 'maintained' },
      },
    ])
  })

  it('kept by the company on a day of the centre: missed there, worked and paid (L6222-24)', () => {
    expect(assess(anAbsence('kept-by-company', wholeDays('2025-10-08')))).toEqual([
      {
        ...{ date: '2025-10-08', half: 'am', place: 'centre' },
        ...{ status: 'unjustified', objection: 'kept-by-company', pay: 'maintained' },
      },
    ])
  })

  it('exams and revision days are the centre’s as well', () => {
    const periods = [
      { start: MONDAY, end: MONDAY, place: 'exam' },
      { start: TUESDAY, end: TUESDAY, place: 'revision' },
    ] as const
    const absence = anAbsence('personal', wholeDays(MONDAY, 2))
    const missed = assessAbsence(absence, calendarWith({ path: { periods } }), '2025-12-01')
    expect(missed.map(({ place }) => place)).toEqual(['centre', 'centre', 'centre', 'centre'])
  })

  it('a death before the table knew the law is not called justified', () => {
    const old = calendarWith({ contract: { start: '2016-01-04', end: '2027-08-31' } })
    const absence = anAbsence('relative-death', wholeDays('2016-01-07'), '2016-01-07')
    const [missed] = assessAbsence(absence, old, '2016-02-01')
    expect(missed).toMatchObject({ status: 'unjustified', objection: 'motive' })
  })
})
