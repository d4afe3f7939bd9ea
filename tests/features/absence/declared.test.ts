import { describe, expect, it } from 'vitest'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import { DAYS_MAX, halfDaysBetween, sidesOf } from '#features/absence/declared.ts'
import { addDays } from '#domain/civilDate.ts'

const span = { start: '2025-11-03', end: '2025-11-14' }
const calendar = alternationCalendar({
  contract: span,
  plan: {
    years: [span],
    rhythm: { weeks: [['mon-am', 'mon-pm', 'wed-am']], minutesPerHalfDay: 210 },
    periods: [],
  },
})

describe('the half-days of an absence', () => {
  it('are those of the working days between two dates, both included', () => {
    expect(halfDaysBetween('2025-11-07', '2025-11-10', 'whole')).toEqual([
      { date: '2025-11-07', half: 'am' },
      { date: '2025-11-07', half: 'pm' },
      { date: '2025-11-10', half: 'am' },
      { date: '2025-11-10', half: 'pm' },
    ])
  })

  it('of a morning do not take the afternoon with them', () => {
    expect(halfDaysBetween('2025-11-05', '2025-11-05', 'am')).toEqual([
      { date: '2025-11-05', half: 'am' },
    ])
  })

  it.each([
    ['2025-11-31', '2025-11-30', 'day'],
    ['2025-11-06', '2025-11-05', 'order'],
    ['2025-11-08', '2025-11-09', 'weekend'],
    ['2025-09-01', addDays('2025-09-01', DAYS_MAX), 'too-long'],
  ])('from %s to %s are refused: %s', (from, until, problem) => {
    expect(halfDaysBetween(from, until, 'whole')).toBe(problem)
  })
})

describe('who is told why', () => {
  const told = (from: string, part: 'whole' | 'am' | 'pm') => {
    const halfDays = halfDaysBetween(from, from, part)
    return typeof halfDays === 'string' ? halfDays : sidesOf(halfDays, calendar)
  }

  it('is the side that waited, and never the other', () => {
    expect(told('2025-11-03', 'whole')).toEqual(['centre'])
    expect(told('2025-11-04', 'whole')).toEqual(['company'])
    expect(told('2025-11-05', 'am')).toEqual(['centre'])
    expect(told('2025-11-05', 'pm')).toEqual(['company'])
  })

  it('is both where both waited, and nobody on a public holiday', () => {
    expect(told('2025-11-05', 'whole')).toEqual(['centre', 'company'])
    expect(told('2025-11-11', 'whole')).toEqual([])
  })
})
