import { formatMonth, formatShortMonth } from '#ui/formatMonth.ts'
import { formatDuration } from '#ui/formatDuration.ts'
import { daysOfWeek } from '#domain/week.ts'
import { describe, expect, it } from 'vitest'
import {
  dayOfInstant,
  formatDay,
  formatDayWithoutWeekday,
  formatInstant,
  formatNumericDay,
  formatRange,
  formatShortDay,
  formatShortInstant,
  formatTime,
} from '#ui/formatDate.ts'

const paris = 'Europe/Paris'

describe('days', () => {
  it.each([
    [formatDay('2026-11-03', 'fr'), 'mardi 3\u00a0novembre 2026'],
    [formatDay('2026-11-03', 'en'), 'Tuesday 3\u00a0November 2026'],
    [formatDay('2027-01-01', 'fr'), 'vendredi 1er\u00a0janvier 2027'],
    [formatDayWithoutWeekday('2026-11-03', 'fr'), '3\u00a0novembre 2026'],
    [formatShortDay('2026-11-03', 'fr'), '3\u00a0nov.'],
    [formatShortDay('2026-11-03', 'en'), '3\u00a0Nov'],
    [formatNumericDay('2026-11-03', 'fr'), '03/11/2026'],
    [formatMonth('2026-11', 'fr'), 'novembre\u00a02026'],
    [formatMonth('2026-11-30', 'en'), 'November\u00a02026'],
    [formatShortMonth('2026-09', 'fr'), 'sept.\u00a02026'],
    [formatShortMonth('2026-01', 'en'), 'Jan\u00a02026'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected)
  })
})

describe('instants', () => {
  it.each([
    [formatTime('2026-11-03T13:32:00Z', 'fr', paris), '14\u00a0h\u00a032'],
    [formatTime('2026-11-03T08:05:00Z', 'fr', paris), '9\u00a0h\u00a005'],
    [formatTime('2026-11-02T23:05:00Z', 'fr', paris), '0\u00a0h\u00a005'],
    [formatTime('2026-11-03T08:05:00Z', 'en', paris), '09:05'],
    [formatShortInstant('2026-11-03T13:32:00Z', 'fr', paris), '3\u00a0nov., 14\u00a0h\u00a032'],
    [
      formatInstant('2026-11-03T13:32:00Z', 'fr', paris),
      'mardi 3\u00a0novembre 2026 à 14\u00a0h\u00a032',
    ],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected)
  })

  it('belong to the day of the place, not to that of Greenwich', () => {
    expect(dayOfInstant('2026-11-02T23:30:00Z', paris)).toBe('2026-11-03')
    expect(dayOfInstant('2026-11-03T01:30:00Z', 'America/Martinique')).toBe('2026-11-02')
  })
})

describe('ranges and weeks', () => {
  it.each([
    [formatRange('2026-11-02', '2026-11-08', 'fr'), '2\u00a0–\u00a08\u00a0nov.'],
    [formatRange('2026-11-30', '2026-12-06', 'fr'), '30\u00a0nov.\u00a0–\u00a06\u00a0déc.'],
    [
      formatRange('2026-12-28', '2027-01-03', 'fr'),
      '28\u00a0déc.\u00a02026\u00a0–\u00a03\u00a0janv.\u00a02027',
    ],
    [formatRange('2026-11-03', '2026-11-03', 'fr'), '3\u00a0nov.'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected)
  })

  it('a year begins with the week that has its fourth of January', () => {
    expect(daysOfWeek('2026-W01')).toEqual(['2025-12-29', '2026-01-04'])
    expect(daysOfWeek('2026-W53')).toEqual(['2026-12-28', '2027-01-03'])
    expect(daysOfWeek('2027-W01')).toEqual(['2027-01-04', '2027-01-10'])
  })
})

it.each([
  [0, '0\u00a0min'],
  [45, '45\u00a0min'],
  [450, '7\u00a0h\u00a030'],
  [2100, '35\u00a0h'],
  [65, '1\u00a0h\u00a005'],
])('%i minutes read as a person says them', (minutes, expected) => {
  expect(formatDuration(minutes)).toBe(expected)
})
