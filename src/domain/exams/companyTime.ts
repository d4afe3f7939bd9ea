import type { AlternationCalendar } from '../calendar/alternation.ts'
import { halfDaysOf } from '../calendar/counts.ts'
import { sameHalfDay, type HalfDay } from '../calendar/day.ts'
import type { ExamSession } from './session.ts'

/** Half-days of a week in which somebody is in the company all the time: five days. */
const HALF_DAYS_A_WEEK = 10

/** Time in companies, in weeks of five days; begun ones do not count. */
export interface CompanyTime {
  readonly weeks: number
  /** What the diploma asks for. */
  readonly required: number
}

/**
 * The time in companies that a candidate will have when the session begins to look at the files:
 * half-days there of the calendar, past and planned, less those that were missed. The calendar
 * knows the contracts: where none runs, or one is suspended, nobody is in a company.
 *
 * Source: arrêté du 19 février 2018, annexe II (« durée de stage ou d’expérience professionnelle
 * inférieure à celle requise »: not valid). Of apprentices the contract stands for the certificates,
 * and no text says in which weeks their time is counted; five days a week are ours.
 */
export function companyTime(
  calendar: AlternationCalendar,
  missed: readonly HalfDay[],
  session: ExamSession,
  required: number,
): CompanyTime {
  const [until] = [...Object.values(session.handIn), session.writtenFrom]
    .filter((date) => date !== null)
    .sort()
  const end = until ?? calendar.days.at(-1)?.date ?? ''
  const there = halfDaysOf(calendar, 'company', { start: '', end }).filter(
    (half) => !missed.some((each) => sameHalfDay(each, half)),
  )
  return { weeks: Math.floor(there.length / HALF_DAYS_A_WEEK), required }
}
