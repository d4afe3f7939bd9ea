import type { Path } from '../calendar/alternation.ts'
import { halves, type Half, type HalfDay } from '../calendar/day.ts'
import { weekdays, type WeekHalf, type Weekday } from '../calendar/plan.ts'
import { addDays, weekday } from '../civilDate.ts'
import { itemsOf, textOf } from '../content.ts'
import type { Content } from '../operation.ts'
import { mondayOf, weekOf, weeksBetween } from '../week.ts'
import type { Period } from '../weekStates.ts'
import { holds } from './segments.ts'

/** Both halves of Monday to Friday. */
export const workingHalves: readonly WeekHalf[] = weekdays
  .slice(0, 5)
  .flatMap((day) => halves.map((half): WeekHalf => `${day}-${half}`))

/**
 * Whether a contract runs on a day and is not suspended: only then somebody works in a company.
 * `content`: of a version of kind `contract`. Short, because it comes with the first screen; all
 * the rest is in `readContract`.
 */
export function worksOn(content: Content, day: string): boolean {
  const text = (key: string) => textOf(content, key)
  const last = text('breachOn') || text('extendedEnd') || text('end')
  return (
    text('start') <= day &&
    day <= last &&
    !itemsOf(content, 'suspensions').some((id) => {
      const until = text(`suspensions/${id}/until`) || null
      return holds({ from: text(`suspensions/${id}/from`), until }, day)
    })
  )
}

/** Of one apprentice: when the company has its apprentice, week by week. */
interface CompanyTime {
  readonly years: readonly Period[]
  /** Half-days of a week of training. */
  readonly halves: readonly WeekHalf[]
  /** ISO weeks of the cohort without any. */
  readonly closedWeeks: readonly string[]
  /** What is otherwise than in the cohort; its years are in `years` already. */
  readonly path?: Path | undefined
}

/**
 * The half-days of absences that were not taken back, as `2026-11-23.am`; whoever was only late was
 * there. `absences`: contents of versions.
 */
export const absentHalves = (absences: readonly Content[]): ReadonlySet<string> =>
  new Set(
    absences
      .filter((content) => textOf(content, 'cancelled') === '' && content['minutes'] === undefined)
      .flatMap((content) => itemsOf(content, 'halfDays')),
  )

/**
 * The weeks of a period in which no half-day was spent in a company: closed for the cohort, between
 * two contracts, suspended, moved away, or absent in all of it. Nothing is expected then. Where no
 * contract is known the logbook’s own dates count. ISO weeks; those of the cohort, where nothing
 * else is known.
 *
 * Source: Code du travail, art. L6222-18-2: after a breach the centre goes on training for six
 * months; there is no company that an entry could tell about.
 */
export function weeksWithoutWork(
  contracts: readonly Content[],
  absent: ReadonlySet<string>,
  { start, end }: Period,
  { years, halves: own, closedWeeks, path = {} }: CompanyTime,
): readonly string[] {
  const halvesOf = (week: string) => {
    const monday = mondayOf(week)
    return years.some((year) => year.start <= monday && monday <= year.end) ? own : workingHalves
  }
  const moved = movedHalves(path, (date, half) => {
    const week = weekOf(date)
    return !closedWeeks.includes(week) && halvesOf(week).includes(halfOfWeek(date, half))
  })
  if (contracts.length === 0 && absent.size === 0 && moved.size === 0) return closedWeeks
  return weeksBetween(start, end).filter((week) => {
    const usual = closedWeeks.includes(week) ? [] : halvesOf(week)
    return !workingHalves.some((each) => {
      const [day, half = ''] = each.split('-')
      const date = addDays(mondayOf(week), weekdays.indexOf(day as Weekday))
      const key = `${date}.${half}`
      return (
        (moved.get(key) ?? usual.includes(each)) &&
        !absent.has(key) &&
        (contracts.length === 0 || contracts.some((content) => worksOn(content, date)))
      )
    })
  })
}

const halfOfWeek = (date: string, half: Half): WeekHalf =>
  `${weekdays[weekday(date)] ?? 'sun'}-${half}`

/** Whether the company has the half-days that a path moves, as `2026-11-23.am`. `usual`: without it. */
function movedHalves(
  { periods = [], exchanges = [] }: Path,
  usual: (date: string, half: Half) => boolean,
): ReadonlyMap<string, boolean> {
  const moved = new Map<string, boolean>()
  const has = ({ date, half }: HalfDay) => moved.get(`${date}.${half}`) ?? usual(date, half)
  for (const { start, end, half, place } of periods) {
    for (let date = start; date <= end; date = addDays(date, 1)) {
      for (const each of half ? [half] : halves) moved.set(`${date}.${each}`, place === 'company')
    }
  }
  for (const { one, other } of exchanges) {
    const [given, taken] = [has(one), has(other)]
    moved.set(`${one.date}.${one.half}`, taken).set(`${other.date}.${other.half}`, given)
  }
  return moved
}
