import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/civilDate.ts'
import {
  addWeeks,
  isDate,
  isWeek,
  mondayOf,
  weekNumber,
  weekOf,
  weeksBetween,
} from '#domain/week.ts'

/** Year, last week of the year before (week of 31 December), week of 1 January, Monday of week 1. */
const newYears = [
  ['2020', '2020-W01', '2020-W01', '2019-12-30'],
  ['2021', '2020-W53', '2020-W53', '2021-01-04'],
  ['2022', '2021-W52', '2021-W52', '2022-01-03'],
  ['2023', '2022-W52', '2022-W52', '2023-01-02'],
  ['2024', '2023-W52', '2024-W01', '2024-01-01'],
  ['2025', '2025-W01', '2025-W01', '2024-12-30'],
  ['2026', '2026-W01', '2026-W01', '2025-12-29'],
  ['2027', '2026-W53', '2026-W53', '2027-01-04'],
  ['2028', '2027-W52', '2027-W52', '2028-01-03'],
  ['2029', '2028-W52', '2029-W01', '2029-01-01'],
  ['2030', '2030-W01', '2030-W01', '2029-12-31'],
  ['2031', '2031-W01', '2031-W01', '2030-12-30'],
  ['2032', '2032-W01', '2032-W01', '2031-12-29'],
] as const

describe('around the new year', () => {
  it.each(newYears)(
    '%s: 31 December is in %s, 1 January in %s, week 1 begins on %s',
    (year, eve, day, monday) => {
      expect(weekOf(`${Number(year) - 1}-12-31`)).toBe(eve)
      expect(weekOf(`${year}-01-01`)).toBe(day)
      expect(mondayOf(`${year}-W01`)).toBe(monday)
      expect(weekOf(monday)).toBe(`${year}-W01`)
      expect(weekOf(addDays(monday, -1))).not.toBe(`${year}-W01`)
    },
  )

  it('a week 53 exists in the years that have one, and in no other', () => {
    const years = Array.from({ length: 30 }, (_, n) => 2010 + n)
    expect(years.filter((year) => isWeek(`${year}-W53`))).toEqual([2015, 2020, 2026, 2032, 2037])
  })
})

describe('what is a week', () => {
  it.each(['2025-W01', '2025-W52', '2026-W53', '2000-W01', '2099-W01'])('%s is one', (week) => {
    expect(isWeek(week)).toBe(true)
  })

  it.each([
    '',
    '2025-W00',
    '2025-W53',
    '2026-W54',
    '2026-W99',
    '1900-W10',
    '1999-W52',
    '2100-W01',
    '2025-w10',
    '2025W10',
    '2025-W1',
    '2025-W010',
    ' 2025-W10',
    '2025-W10\n',
    '２０２５-W10',
    '2025-10-06',
  ])('%j is none', (week) => {
    expect(isWeek(week)).toBe(false)
  })
})

describe('what is a date', () => {
  it.each(['2024-02-29', '2000-02-29', '2025-12-31', '2000-01-01', '2099-12-31'])(
    '%s is one',
    (date) => {
      expect(isDate(date)).toBe(true)
    },
  )

  it.each([
    '',
    '2025-02-29',
    '2026-02-30',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-1-1',
    '1999-12-31',
    '2100-01-01',
    '2025-01-01T00:00:00Z',
    '2025-01-01\n',
    '01/02/2025',
  ])('%j is none', (date) => {
    expect(isDate(date)).toBe(false)
  })
})

describe('weeks of a period', () => {
  it.each([
    ['the two days around a week’s end', '2025-10-12', '2025-10-13', ['2025-W41', '2025-W42']],
    ['a single day', '2025-10-06', '2025-10-06', ['2025-W41']],
    ['Monday to Sunday', '2025-10-06', '2025-10-12', ['2025-W41']],
    [
      'over a new year with 53 weeks',
      '2026-12-20',
      '2027-01-04',
      ['2026-W51', '2026-W52', '2026-W53', '2027-W01'],
    ],
    [
      'over a new year with 52 weeks',
      '2025-12-26',
      '2026-01-05',
      ['2025-W52', '2026-W01', '2026-W02'],
    ],
    ['a period that ends before it begins', '2025-10-13', '2025-10-06', []],
    ['a period that ends before it begins, in one week', '2025-10-08', '2025-10-07', []],
  ])('%s', (_, first, last, weeks) => {
    expect(weeksBetween(first, last)).toEqual(weeks)
  })

  it('two years of a BTS: 105 weeks, each once, in order', () => {
    const weeks = weeksBetween('2025-09-01', '2027-08-31')
    expect(weeks).toHaveLength(105)
    expect(new Set(weeks).size).toBe(105)
    expect([...weeks].sort()).toEqual(weeks)
    expect(weeks.every(isWeek)).toBe(true)
  })
})

describe('every day of a century', () => {
  const day = fc.integer({ min: 0, max: 36_524 - 7 }).map((n) => addDays('2000-01-03', n))

  it('is in the seven days that begin with the Monday of its week', () => {
    fc.assert(
      fc.property(day, (date) => {
        const monday = mondayOf(weekOf(date))
        expect(monday <= date && date <= addDays(monday, 6)).toBe(true)
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1)
        expect(isDate(date)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('weeks are counted one by one, forwards and backwards', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (date, count) => {
        const week = weekOf(date)
        const there = addWeeks(week, count)
        expect(addWeeks(there, -count)).toBe(week)
        if (count > 0) expect(weeksBetween(mondayOf(week), mondayOf(there))).toHaveLength(count + 1)
      }),
      { numRuns: 500 },
    )
  })

  it('weekNumber is the number people say', () => {
    expect(weekNumber('2025-W41')).toBe(41)
    expect(weekNumber('2026-W01')).toBe(1)
  })
})
