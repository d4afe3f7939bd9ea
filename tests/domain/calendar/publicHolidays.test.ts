import { describe, expect, it } from 'vitest'
import {
  createHolidayLookup,
  easterSunday,
  publicHolidaysOf,
} from '#domain/calendar/publicHolidays.ts'
import { weekday } from '#domain/civilDate.ts'

describe('Easter', () => {
  it.each([
    [1818, '1818-03-22', 'the earliest there can be'],
    [1943, '1943-04-25', 'the latest there can be'],
    [1961, '1961-04-02', 'Meeus, chapter 8'],
    [2000, '2000-04-23', 'Meeus, chapter 8'],
    [2008, '2008-03-23', 'a March so early that Ascension was on 1 May'],
    [2024, '2024-03-31', 'etalab: Easter Monday 1 April'],
    [2025, '2025-04-20', 'etalab: Easter Monday 21 April'],
    [2026, '2026-04-05', 'etalab: Easter Monday 6 April'],
    [2027, '2027-03-28', 'etalab: Easter Monday 29 March'],
    [2038, '2038-04-25', 'the next latest'],
  ])('%i: %s (%s)', (year, date) => {
    expect(easterSunday(year)).toBe(date)
  })

  it('is a Sunday between 22 March and 25 April in every year a logbook can be in', () => {
    for (let year = 2000; year < 2100; year += 1) {
      const date = easterSunday(year)
      expect(weekday(date), date).toBe(6)
      expect(date >= `${year}-03-22` && date <= `${year}-04-25`, date).toBe(true)
    }
  })
})

describe('the public holidays', () => {
  /** Source: etalab/jours-feries-france-data, as in the reference of the trade, 9.2. */
  it.each([
    [2025, '01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25'],
    [2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
    [2027, '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25'],
  ])('of %i are the eleven of art. L3133-1', (year, expected) => {
    const dates = [...publicHolidaysOf(year).keys()].map((date) => date.slice(5))
    expect(dates.join(' ')).toBe(expected)
  })

  it('have two more in Alsace and Moselle (L3134-13)', () => {
    const here = publicHolidaysOf(2027)
    const there = publicHolidaysOf(2027, { alsaceMoselle: true })
    const more = [...there].filter(([date]) => !here.has(date))
    expect(more).toEqual([
      ['2027-03-26', 'good-friday'],
      ['2027-12-26', 'second-christmas-day'],
    ])
  })

  it('are found day by day, across years', () => {
    const holidayOn = createHolidayLookup()
    expect(['2025-12-25', '2026-01-01', '2026-01-02', '2027-05-17'].map(holidayOn)).toEqual([
      'christmas',
      'new-year',
      null,
      'whit-monday',
    ])
  })
})
