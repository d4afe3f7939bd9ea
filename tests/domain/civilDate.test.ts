import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  birthdayOf,
  daysBetween,
  firstOfNextMonth,
  isCivilDate,
  monthsBetween,
  weekday,
} from '#domain/civilDate.ts'

describe('what is a day of the calendar', () => {
  it.each(['1900-01-01', '1961-02-28', '2000-02-29', '2024-02-29', '2199-12-31'])(
    '%s is one',
    (date) => {
      expect(isCivilDate(date)).toBe(true)
    },
  )

  it.each([
    '',
    '1900-02-29',
    '2025-02-29',
    '2026-02-30',
    '2026-06-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '1899-12-31',
    '2200-01-01',
    '2026-01-01T00:00:00Z',
    '2026-01-01\n',
    '01/02/2026',
  ])('%j is none', (date) => {
    expect(isCivilDate(date)).toBe(false)
  })
})

describe('months date to date', () => {
  it.each([
    ['the same day of the month', '2025-09-22', 12, '2026-09-22'],
    [
      'three months back (a start three months before the training)',
      '2025-09-22',
      -3,
      '2025-06-22',
    ],
    ['over a new year', '2025-11-15', 3, '2026-02-15'],
    ['31 August has no 31 February after it', '2025-08-31', 6, '2026-02-28'],
    ['the same in a leap year', '2027-08-31', 6, '2028-02-29'],
    ['31 January to a month of thirty days', '2026-01-31', 3, '2026-04-30'],
    ['29 February to a year without one', '2024-02-29', 12, '2025-02-28'],
    ['29 February to the next leap year', '2024-02-29', 48, '2028-02-29'],
    ['28 February stays the 28th in a leap year', '2027-02-28', 12, '2028-02-28'],
    ['31 March back to February', '2026-03-31', -1, '2026-02-28'],
    ['no month', '2026-05-31', 0, '2026-05-31'],
  ])('%s', (_, from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  it.each([
    ['the eve of the anniversary is not a year', '2025-09-22', '2026-09-21', 11],
    ['the anniversary is', '2025-09-22', '2026-09-22', 12],
    ['31 August to 28 February is six months', '2025-08-31', '2026-02-28', 6],
    ['31 August to 27 February is not', '2025-08-31', '2026-02-27', 5],
    ['backwards', '2026-02-01', '2025-12-31', -2],
    ['the same day', '2026-02-01', '2026-02-01', 0],
  ])('%s', (_, from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months)
  })

  it.each([
    ['2026-06-15', '2026-07-01'],
    ['2026-06-01', '2026-07-01'],
    ['2026-12-31', '2027-01-01'],
    ['2028-02-29', '2028-03-01'],
  ])('after %s the next month begins on %s', (date, first) => {
    expect(firstOfNextMonth(date)).toBe(first)
  })
})

describe('days of the week', () => {
  it.each([
    ['2026-06-15', 0],
    ['2024-02-29', 3],
    ['2000-01-01', 5],
    ['2025-12-28', 6],
  ])('%s is %d days after a Monday', (date, days) => {
    expect(weekday(date)).toBe(days)
  })
})

describe('how old somebody is', () => {
  it.each([
    ['the eve of the birthday', '2007-10-06', '2025-10-05', 17],
    ['the birthday', '2007-10-06', '2025-10-06', 18],
    ['born on a leap day, 27 February', '2008-02-29', '2026-02-27', 17],
    ['born on a leap day, 28 February of a common year', '2008-02-29', '2026-02-28', 18],
    ['born on a leap day, 28 February of a leap year', '2008-02-29', '2028-02-28', 19],
    ['born on a leap day, 29 February of a leap year', '2008-02-29', '2028-02-29', 20],
    ['born on 1 March, 29 February', '2008-03-01', '2028-02-29', 19],
    ['the day of birth', '2008-03-01', '2008-03-01', 0],
    ['the eve of birth', '2008-03-01', '2008-02-29', -1],
  ])('%s', (_, birthDate, date, age) => {
    expect(ageOn(birthDate, date)).toBe(age)
  })

  it('born on 29 February 2008: of age on 28 February 2026', () => {
    expect(birthdayOf('2008-02-29', 18)).toBe('2026-02-28')
  })
})

describe('every day of two centuries', () => {
  const day = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1950-01-01', n))
  const months = fc.integer({ min: -600, max: 600 })

  it('days and months that were added are the ones that are counted', () => {
    fc.assert(
      fc.property(day, months, fc.integer({ min: -9_000, max: 9_000 }), (date, count, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(monthsBetween(date, addMonths(date, count))).toBe(count)
        expect(monthsBetween(date, addDays(addMonths(date, count), -1))).toBe(count - 1)
        expect((weekday(addDays(date, days)) - weekday(date) - days) % 7).toBeOneOf([0, -0])
      }),
      { numRuns: 1_000 },
    )
  })

  it('a birthday is the first day of an age', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (birthDate, age) => {
        const birthday = birthdayOf(birthDate, age)
        expect(birthday).toBe(addYears(birthDate, age))
        expect(ageOn(birthDate, birthday)).toBe(age)
        expect(ageOn(birthDate, addDays(birthday, -1))).toBe(age - 1)
      }),
      { numRuns: 1_000 },
    )
  })
})
