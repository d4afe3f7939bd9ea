import { describe, expect, it } from 'vitest'
import { countsOf, halfDaysOf, trainingTime } from '#domain/calendar/counts.ts'
import { calendarWith } from './plans.ts'

const calendar = calendarWith()

describe('half-days by place', () => {
  it('of a week in October: five in the centre, five in the company, two days of rest', () => {
    expect(countsOf(calendar, { start: '2025-10-06', end: '2025-10-12' })).toEqual({
      company: 5,
      centre: 5,
      exam: 0,
      revision: 0,
      closed: 0,
      holiday: 0,
      rest: 4,
    })
  })

  it('of the month in which the contract begins, and of the one with Christmas', () => {
    expect(countsOf(calendar, { start: '2025-09-01', end: '2025-09-30' })).toEqual({
      ...{ company: 35, centre: 9, exam: 0, revision: 0, closed: 0, holiday: 0, rest: 16 },
    })
    expect(countsOf(calendar, { start: '2025-12-01', end: '2025-12-31' })).toMatchObject({
      ...{ closed: 14, holiday: 2 },
    })
  })

  it('are listed in the order of time', () => {
    expect(halfDaysOf(calendar, 'centre', { start: '2025-10-07', end: '2025-10-08' })).toEqual([
      { date: '2025-10-07', half: 'am' },
      { date: '2025-10-07', half: 'pm' },
      { date: '2025-10-08', half: 'am' },
    ])
  })
})

describe('hours of training', () => {
  const hours = (today: string, missedMinutes = 0) =>
    trainingTime(calendar, { requiredHours: 1350, missedMinutes }, today)

  it.each([
    ['2025-09-21', 0, 'before the first day'],
    ['2025-09-22', 7, 'sheet: two half-days of 3.5 hours'],
    ['2025-09-26', 17.5, 'sheet: 2.5 days a week are 17.5 hours'],
    ['2025-10-05', 35, 'two weeks'],
  ])('until %s, %d were held (%s)', (today, expected) => {
    expect(hours(today).held).toBe(expected * 60)
  })

  it('missed ones are not done, and never less than none', () => {
    expect(hours('2025-09-26', 210)).toMatchObject({ held: 1050, done: 840, required: 81_000 })
    expect(hours('2025-09-22', 10_000).done).toBe(0)
  })

  it('neither exams nor revision days are among them (L6222-35)', () => {
    const periods = [
      { start: '2025-09-29', end: '2025-09-30', place: 'exam' },
      { start: '2025-10-01', end: '2025-10-03', place: 'revision' },
    ] as const
    const other = calendarWith({ path: { periods } })
    expect(trainingTime(other, { requiredHours: 1350 }, '2025-10-05').held).toBe(17.5 * 60)
  })
})
