import { describe, expect, it } from 'vitest'
import { companyTime } from '#domain/exams/companyTime.ts'
import { unknownSession } from '#domain/exams/examFile.ts'
import { halves, type HalfDay } from '#domain/calendar/day.ts'
import { addDays } from '#domain/civilDate.ts'
import { calendarWith } from '../calendar/plans.ts'

/** Five half-days a week in the company, from Wednesday afternoon to Friday. */
const calendar = calendarWith({ contract: { start: '2025-09-22', end: '2027-08-31' } })
const session = unknownSession(2027)
const until = (date: string | null) => ({ ...session, handIn: { E4: date, E6: null } })
const weeksOf = (...rest: [missed: readonly HalfDay[], session: typeof session]) =>
  companyTime(calendar, ...rest, 16).weeks

/** Whole days from `first` on. */
const days = (first: string, count: number): HalfDay[] =>
  Array.from({ length: count }, (_, at) => addDays(first, at)).flatMap((date) =>
    halves.map((half) => ({ date, half })),
  )

describe('the time in companies', () => {
  it.each<[string, string | null, HalfDay[], number]>([
    // 13 weeks of five half-days until Christmas; 11 November is a Tuesday, the centre’s.
    ['is that until the files are looked at: a Friday before Christmas', '2025-12-19', [], 6],
    ['two weeks there are one of five days', '2025-10-03', [], 1],
    ['a week that is not whole does not count', '2025-10-02', [], 0],
    ['nothing before the first day', '2025-09-21', [], 0],
    ['what was missed there does not count', '2025-10-03', days('2025-10-02', 1), 0],
    ['what was missed in the centre takes nothing', '2025-10-03', days('2025-09-29', 2), 1],
    ['absence after the files takes nothing', '2025-10-03', days('2025-10-09', 30), 1],
  ])('%s', (_, handIn, missed, weeks) => {
    expect(weeksOf(missed, until(handIn))).toBe(weeks)
  })

  it('ends with the first of several dates, and without a date with the calendar', () => {
    const both = { ...session, handIn: { E4: '2025-12-19', E6: '2025-10-03' } }
    expect(weeksOf([], both)).toBe(1)
    expect(weeksOf([], { ...until('2026-03-20'), writtenFrom: '2025-10-03' })).toBe(1)
    expect(weeksOf([], until(null))).toBeGreaterThan(16)
  })

  it('is none where no contract runs', () => {
    const broken = calendarWith({
      contract: { start: '2025-09-22', end: '2027-08-31' },
      path: {
        entersOn: '2025-09-22',
        withoutCompany: [{ start: '2025-10-06', end: '2027-08-31' }],
      },
    })
    expect(companyTime(broken, [], until(null), 16)).toEqual({ weeks: 1, required: 16 })
  })
})
