import { describe, expect, it } from 'vitest'
import { examLeave, examLeaveRefusal, type ExamLeaveInput } from '#domain/calendar/examLeave.ts'
import { createHolidayLookup } from '#domain/calendar/publicHolidays.ts'

const holidayOn = createHolidayLookup()
const input: ExamLeaveInput = {
  firstExam: '2027-05-18',
  continuousOnly: false,
  organised: null,
  isHoliday: (date) => holidayOn(date) !== null,
}
const request = { type: 'request', days: 5, paid: true }

describe('leave to prepare for the exam', () => {
  it.each<[string, Partial<ExamLeaveInput>, unknown]>([
    [
      'L6222-35: five days in the month before, date to date',
      {},
      { ...request, window: { start: '2027-04-18', end: '2027-05-17' } },
    ],
    [
      'a month that has no such day begins with the last it has',
      { firstExam: '2027-03-31' },
      { ...request, window: { start: '2027-02-28', end: '2027-03-30' } },
    ],
    [
      'réponse Dimeglio 1996: due also where the centre organises nothing',
      { organised: null },
      { ...request, window: { start: '2027-04-18', end: '2027-05-17' } },
    ],
    [
      'Précis, p. 14: the days of the centre are the leave, and nothing on top',
      { organised: { start: '2027-05-10', end: '2027-05-14' } },
      {
        type: 'organised',
        days: ['2027-05-10', '2027-05-11', '2027-05-12', '2027-05-13', '2027-05-14'],
        paid: true,
      },
    ],
    [
      'L6222-35: five days, also where the centre is open on Saturday',
      { organised: { start: '2027-05-10', end: '2027-05-16' } },
      {
        type: 'organised',
        days: ['2027-05-10', '2027-05-11', '2027-05-12', '2027-05-13', '2027-05-14'],
        paid: true,
      },
    ],
    [
      'L3133-1: a holiday in the week of the centre is no day of leave',
      { organised: { start: '2027-05-03', end: '2027-05-07' } },
      {
        type: 'organised',
        days: ['2027-05-03', '2027-05-04', '2027-05-05', '2027-05-07'],
        paid: true,
      },
    ],
    [
      'Précis, p. 14: nothing where the diploma is by continuous assessment alone',
      { continuousOnly: true },
      { type: 'none', reason: 'continuous-assessment-only' },
    ],
    ['the date of the session is not published', { firstExam: null }, { type: 'date-unknown' }],
  ])('%s', (_, change, expected) => {
    expect(examLeave({ ...input, ...change })).toEqual(expected)
  })
})

describe('days asked for', () => {
  const week = ['2027-05-10', '2027-05-11', '2027-05-12', '2027-05-13', '2027-05-14']
  const refusal = (asked: string[], takenBefore: string[] = [], change = {}) =>
    examLeaveRefusal(asked, { input: { ...input, ...change }, takenBefore })?.reason ?? null

  it.each<[string, string[], string[], string | null]>([
    ['five working days of the month', week, [], null],
    ['the first day of the month before', ['2027-04-19'], [], null],
    ['a Saturday is a working day (jour ouvrable)', ['2027-05-15'], [], null],
    ['the day before the exam', ['2027-05-15'], week.slice(0, 4), null],
    ['six days', [...week, '2027-05-15'], [], 'too-many'],
    ['two where one is left', ['2027-05-14', '2027-05-15'], week.slice(0, 4), 'too-many'],
    ['once per contract', ['2027-05-15'], week, 'twice'],
    ['the day of the exam', ['2027-05-18'], [], 'outside-window'],
    ['five weeks before', ['2027-04-13'], [], 'outside-window'],
    ['a Sunday', ['2027-05-16'], [], 'not-a-working-day'],
    ['Whit Monday', ['2027-05-17'], [], 'not-a-working-day'],
  ])('%s', (_, asked, takenBefore, expected) => {
    expect(refusal(asked, takenBefore)).toBe(expected)
  })

  it('are not asked of the company where the centre organises them, or nothing is due', () => {
    expect(refusal(week, [], { organised: { start: '2027-05-10', end: '2027-05-14' } })).toBe(
      'not-due',
    )
    expect(refusal(week, [], { continuousOnly: true })).toBe('not-due')
  })

  it('that are wrong are named', () => {
    expect(examLeaveRefusal(['2027-05-12', '2027-05-16'], { input, takenBefore: [] })).toEqual({
      reason: 'not-a-working-day',
      days: ['2027-05-16'],
    })
  })
})
