import { describe, expect, it } from 'vitest'
import type { Path } from '#domain/calendar/alternation.ts'
import { calendarWith, contract, dayOf, plan } from './plans.ts'

describe('where a day of the cohort is spent', () => {
  const calendar = calendarWith()

  it.each<[string, string, string]>([
    ['2025-09-01', 'company company', 'L6222-12: the company may begin up to 3 months before'],
    ['2025-09-20', 'rest rest', 'a Saturday'],
    ['2025-09-22', 'centre centre', 'sheet: first day of the first year'],
    ['2025-09-24', 'centre company', 'sheet: 2.5 days, so Wednesday is cut in two'],
    ['2025-09-25', 'company company', 'sheet: 2.5 days in the company'],
    ['2025-11-10', 'centre centre', 'a Monday, the day before a holiday'],
    ['2025-11-11', 'holiday holiday', 'L3133-1: 11 November, in the centre'],
    ['2025-11-01', 'rest rest', 'L3133-1: All Saints on a Saturday frees nobody'],
    ['2025-12-24', 'closed closed', 'planned: Christmas'],
    ['2025-12-25', 'holiday holiday', 'L3133-1: a holiday within a closing stays one'],
    ['2026-05-14', 'holiday holiday', 'L3133-1: Ascension, in the company'],
    ['2026-07-10', 'company company', 'sheet: last day of the first year, a Friday'],
    ['2026-07-13', 'company company', 'sheet: July and August wholly in the company'],
    ['2026-08-31', 'centre centre', 'sheet: first day of the second year'],
    ['2027-06-30', 'centre company', 'sheet: last day of the second year, a Wednesday'],
    ['2027-07-05', 'company company', 'after the last year, the contract goes on'],
    ['2027-08-31', 'company company', 'the last day of the contract'],
  ])('%s: %s (%s)', (date, expected) => {
    expect(dayOf(calendar, date)).toBe(expected)
  })

  it('a holiday is named also where it falls on a day of rest', () => {
    const day = calendar.days.find(({ date }) => date === '2025-11-01')
    expect(day).toEqual({ date: '2025-11-01', am: 'rest', pm: 'rest', holiday: 'all-saints' })
  })

  it('begins with the contract, ends with it, and leaves no day out', () => {
    const { days } = calendar
    expect(days.at(0)?.date).toBe(contract.start)
    expect(days.at(-1)?.date).toBe(contract.end)
    expect(days).toHaveLength(730)
  })
})

describe('where a day is spent by who does it otherwise', () => {
  it.each<[string, Path, string, string]>([
    [
      'before a late entry: the company',
      { entersOn: '2026-01-05' },
      '2025-11-03',
      'company company',
    ],
    ['from a late entry on: the rhythm', { entersOn: '2026-01-05' }, '2026-01-05', 'centre centre'],
    ['a late entry in mid-week', { entersOn: '2026-01-06' }, '2026-01-05', 'company company'],
    ['entry into the second year', { entersOn: '2026-08-31' }, '2026-06-01', 'company company'],
    ['closed for all, entered or not', { entersOn: '2026-01-05' }, '2025-12-23', 'closed closed'],
    ['after a shortened path', { leavesOn: '2026-07-10' }, '2026-09-07', 'company company'],
    [
      'a third year for who needs one',
      { extraYears: [{ start: '2027-07-05', end: '2027-07-30' }] },
      '2027-07-06',
      'centre centre',
    ],
    [
      'a week in the centre of one’s own',
      { periods: [{ start: '2026-03-02', end: '2026-03-08', place: 'centre' }] },
      '2026-03-06',
      'centre centre',
    ],
    [
      'which leaves the weekend free',
      { periods: [{ start: '2026-03-02', end: '2026-03-08', place: 'centre' }] },
      '2026-03-07',
      'rest rest',
    ],
    [
      'one’s own plan before the cohort’s',
      { periods: [{ start: '2025-12-22', end: '2025-12-23', place: 'company' }] },
      '2025-12-22',
      'company company',
    ],
    [
      'an exam on a morning',
      { periods: [{ start: '2026-05-19', end: '2026-05-19', place: 'exam', half: 'am' }] },
      '2026-05-19',
      'exam centre',
    ],
    [
      'revision days (L6222-35)',
      { periods: [{ start: '2027-05-10', end: '2027-05-14', place: 'revision' }] },
      '2027-05-12',
      'revision revision',
    ],
    [
      'a shop that opens on Saturday',
      { restDays: ['mon', 'sun'] },
      '2025-10-04',
      'company company',
    ],
    ['whose Monday is the centre’s', { restDays: ['mon', 'sun'] }, '2025-10-06', 'centre centre'],
    ['and free in summer', { restDays: ['mon', 'sun'] }, '2026-07-20', 'rest rest'],
  ])('%s', (_, path, date, expected) => {
    expect(dayOf(calendarWith({ path }), date)).toBe(expected)
  })

  it('who has not entered yet spends no week of the cohort in the centre', () => {
    const periods = [{ start: '2025-09-22', end: '2025-09-26', place: 'centre' }] as const
    const given = { plan: { ...plan, periods } }
    expect(dayOf(calendarWith(given), '2025-09-25')).toBe('centre centre')
    const late = calendarWith({ ...given, path: { entersOn: '2026-01-05' } })
    expect(dayOf(late, '2025-09-25')).toBe('company company')
  })

  it('months in the centre without a contract are in the calendar (L6222-12-1)', () => {
    const late = calendarWith({ contract: { start: '2025-12-08', end: '2027-08-31' } })
    expect(late.days.at(0)?.date).toBe('2025-09-22')
    expect(dayOf(late, '2025-10-06')).toBe('centre centre')
    expect(dayOf(late, '2025-10-09')).toBe('closed closed')
    expect(dayOf(late, '2025-12-11')).toBe('company company')
  })

  it('lessons after the end of the contract are in the calendar', () => {
    const short = calendarWith({ contract: { start: '2025-09-01', end: '2027-05-31' } })
    expect(short.days.at(-1)?.date).toBe('2027-06-30')
    expect(dayOf(short, '2027-06-08')).toBe('centre centre')
    expect(dayOf(short, '2027-06-10')).toBe('closed closed')
  })

  it('in Alsace and Moselle, Good Friday and 26 December are free (L3134-13)', () => {
    const { days } = calendarWith({ plan: { ...plan, holidays: { alsaceMoselle: true } } })
    const names = (date: string) => days.find((day) => day.date === date)
    expect(names('2026-04-03')).toMatchObject({ am: 'holiday', holiday: 'good-friday' })
    expect(names('2025-12-26')).toMatchObject({ am: 'holiday', holiday: 'second-christmas-day' })
    expect(dayOf(calendarWith(), '2026-04-03')).toBe('company company')
  })
})

describe('a rhythm of several weeks', () => {
  const week = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
  const whole = week.flatMap((day) => [`${day}-am`, `${day}-pm`] as const)
  const turns = {
    ...plan,
    rhythm: { weeks: [whole, [], []], minutesPerHalfDay: 210 },
    periods: [],
  }
  const calendar = calendarWith({ plan: turns })

  it.each([
    ['2025-09-26', 'centre centre', 'the first week of the year'],
    ['2025-09-29', 'company company', 'the second'],
    ['2025-10-06', 'company company', 'the third'],
    ['2025-10-13', 'centre centre', 'the fourth is a first again'],
    ['2026-08-31', 'centre centre', 'the turns begin anew with the second year'],
  ])('%s: %s (%s)', (date, expected) => {
    expect(dayOf(calendar, date)).toBe(expected)
  })

  it('a late entry does not shift the turns of the others', () => {
    const late = calendarWith({ plan: turns, path: { entersOn: '2025-09-29' } })
    expect(dayOf(late, '2025-10-13')).toBe('centre centre')
  })
})
