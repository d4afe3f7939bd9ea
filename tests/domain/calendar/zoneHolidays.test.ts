import { describe, expect, it } from 'vitest'
import { zoneHolidayOn, zoneHolidaysIn, type Zone } from '#domain/calendar/zoneHolidays.ts'

const nameOn = (zone: Zone, date: string) => {
  const holiday = zoneHolidayOn(zone, date)
  return typeof holiday === 'string' ? holiday : (holiday?.name ?? null)
}

describe('vacances scolaires', () => {
  it.each<[Zone, string, string | null, string]>([
    ['A', '2025-10-17', null, 'the Friday before All Saints'],
    ['A', '2025-10-18', 'all-saints', 'arrêté of 2022: from Saturday 18 October 2025'],
    ['A', '2025-11-02', 'all-saints', 'the Sunday before lessons go on'],
    ['A', '2025-11-03', null, 'lessons go on on Monday 3 November'],
    ['A', '2026-01-04', 'christmas', 'arrêté of 2022: lessons from 5 January 2026'],
    ['A', '2026-02-07', 'winter', 'arrêté of 2022: zone A from 7 February 2026'],
    ['B', '2026-02-07', null, 'zone B a week later'],
    ['C', '2026-03-08', 'winter', 'zone C until 8 March 2026'],
    ['A', '2026-04-20', null, 'arrêté of 2022: zone A back on 20 April 2026'],
    ['B', '2026-04-20', 'spring', 'zone B until 26 April 2026'],
    ['C', '2026-05-15', 'ascension', 'arrêté of 2022: no lessons on 15 and 16 May 2026'],
    ['A', '2026-07-04', 'summer', 'arrêté of 2022: from 4 July 2026'],
    ['A', '2026-10-17', 'all-saints', 'arrêté of 2025: from 17 October 2026'],
    ['A', '2027-02-13', 'winter', 'arrêté of 2025: zone A from 13 February 2027'],
    ['C', '2027-02-06', 'winter', 'arrêté of 2025: zone C from 6 February 2027'],
    ['B', '2027-05-02', 'spring', 'arrêté of 2025: zone B until 2 May 2027'],
    ['A', '2027-07-03', 'summer', 'arrêté of 2025: from 3 July 2027'],
    ['A', '2025-08-31', 'unknown', 'before the table'],
    ['A', '2027-09-01', 'unknown', 'after the table: not “no holidays”'],
  ])('zone %s on %s: %s (%s)', (zone, date, expected) => {
    expect(nameOn(zone, date)).toBe(expected)
  })

  it.each<[Zone, string, readonly string[] | 'unknown']>([
    ['A', '2026-02', ['winter']],
    ['B', '2026-03', ['winter']],
    ['A', '2026-03', []],
    ['A', '2026-01', ['christmas']],
    ['A', '2026-05', ['ascension']],
    ['C', '2026-05', ['spring', 'ascension']],
    ['A', '2027-08', ['summer']],
    ['A', '2027-09', 'unknown'],
    ['A', '2025-08', 'unknown'],
  ])(
    'zone %s in %s: %j; a year nobody has published is not a year without',
    (zone, month, names) => {
      expect(zoneHolidaysIn(zone, month)).toEqual(names)
    },
  )

  it('are told with their first and last free day', () => {
    expect(zoneHolidayOn('B', '2027-02-22')).toEqual({
      name: 'winter',
      start: '2027-02-20',
      end: '2027-03-07',
    })
  })
})
