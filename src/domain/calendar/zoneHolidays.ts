import { addDays } from '../civilDate.ts'
import type { Period } from '../weekStates.ts'

/** Zones of the academies for the winter and spring breaks. Lyon, hence Saint-Étienne, is in A. */
export type Zone = 'A' | 'B' | 'C'

export type ZoneHolidayName =
  'all-saints' | 'christmas' | 'winter' | 'spring' | 'ascension' | 'summer'

export interface ZoneHoliday extends Period {
  readonly name: ZoneHolidayName
}

interface Row extends ZoneHoliday {
  readonly zones: readonly Zone[]
}

/** One year of the national calendar: between its days the table knows every break. */
interface ZoneYear extends Period {
  readonly source: string
  readonly rows: readonly Row[]
}

const all: readonly Zone[] = ['A', 'B', 'C']

/**
 * Vacances scolaires, first and last free day: the texts name the Saturday on which they begin and
 * the Monday on which lessons go on.
 *
 * An overlay only: a centre need not follow it, nothing is computed from it.
 */
const years: readonly ZoneYear[] = [
  {
    start: '2025-09-01',
    end: '2026-08-31',
    source: 'Arrêté du 7 décembre 2022 (calendrier 2025-2026)',
    rows: [
      { name: 'all-saints', zones: all, start: '2025-10-18', end: '2025-11-02' },
      { name: 'christmas', zones: all, start: '2025-12-20', end: '2026-01-04' },
      { name: 'winter', zones: ['A'], start: '2026-02-07', end: '2026-02-22' },
      { name: 'winter', zones: ['B'], start: '2026-02-14', end: '2026-03-01' },
      { name: 'winter', zones: ['C'], start: '2026-02-21', end: '2026-03-08' },
      { name: 'spring', zones: ['A'], start: '2026-04-04', end: '2026-04-19' },
      { name: 'spring', zones: ['B'], start: '2026-04-11', end: '2026-04-26' },
      { name: 'spring', zones: ['C'], start: '2026-04-18', end: '2026-05-03' },
      { name: 'ascension', zones: all, start: '2026-05-15', end: '2026-05-16' },
      { name: 'summer', zones: all, start: '2026-07-04', end: '2026-08-31' },
    ],
  },
  {
    start: '2026-09-01',
    end: '2027-08-31',
    // Read in copies of the text; whether it frees 7 May 2027 was not found.
    source: 'Arrêté du 22 octobre 2025 (calendrier 2026-2027)',
    rows: [
      { name: 'all-saints', zones: all, start: '2026-10-17', end: '2026-11-01' },
      { name: 'christmas', zones: all, start: '2026-12-19', end: '2027-01-03' },
      { name: 'winter', zones: ['A'], start: '2027-02-13', end: '2027-02-28' },
      { name: 'winter', zones: ['B'], start: '2027-02-20', end: '2027-03-07' },
      { name: 'winter', zones: ['C'], start: '2027-02-06', end: '2027-02-21' },
      { name: 'spring', zones: ['A'], start: '2027-04-10', end: '2027-04-25' },
      { name: 'spring', zones: ['B'], start: '2027-04-17', end: '2027-05-02' },
      { name: 'spring', zones: ['C'], start: '2027-04-03', end: '2027-04-18' },
      { name: 'summer', zones: all, start: '2027-07-03', end: '2027-08-31' },
    ],
  },
]

/**
 * The break of a zone that holds the day, `null` where lessons go on, `'unknown'` where the
 * calendar of that year is not in the table yet.
 */
export function zoneHolidayOn(zone: Zone, date: string): ZoneHoliday | null | 'unknown' {
  const year = years.find((each) => holds(each, date))
  if (!year) return 'unknown'
  const row = year.rows.find((each) => each.zones.includes(zone) && holds(each, date))
  return row ? { name: row.name, start: row.start, end: row.end } : null
}

/**
 * The breaks that have a day in a month (`2027-02`), each once and in order; `'unknown'` where the
 * calendar of that year is not in the table yet.
 */
export function zoneHolidaysIn(zone: Zone, month: string): readonly ZoneHolidayName[] | 'unknown' {
  const names = new Set<ZoneHolidayName>()
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) {
    const holiday = zoneHolidayOn(zone, date)
    if (holiday === 'unknown') return 'unknown'
    if (holiday) names.add(holiday.name)
  }
  return [...names]
}

const holds = ({ start, end }: Period, date: string) => start <= date && date <= end
