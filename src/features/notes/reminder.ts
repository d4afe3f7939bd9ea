import { addWeeks, daysOfWeek, weekNumber } from '#domain/week.ts'
import { formatShortDay } from '#ui/formatDate.ts'
import type { Language } from '#ui/texts.tsx'
import type { texts } from './reminder.texts.ts'

/** Up to so many runs of weeks are named with their days: more is a list that nobody reads. */
const DATED_MAX = 8

/**
 * What to write to `name` about ISO weeks that are missing, in order: in words, for somebody to
 * change before it is sent.
 */
export function reminderOf(
  name: string,
  weeks: readonly string[],
  t: (typeof texts)['fr'],
  language: Language,
): string {
  const runs = runsOf(weeks).map((run) => ({
    ...run,
    from: daysOfWeek(run.first)[0],
    to: daysOfWeek(run.last)[1],
  }))
  const isOneYear = new Set(runs.flatMap(({ from, to }) => [yearOf(from), yearOf(to)])).size === 1
  const named = runs.map(({ first, last, from, to }) => {
    const dayOf = (day: string, withYear: boolean) =>
      `${formatShortDay(day, language)}${withYear ? `\u00a0${yearOf(day)}` : ''}`
    const days = t.days(dayOf(from, yearOf(from) !== yearOf(to)), dayOf(to, !isOneYear))
    const run =
      first === last ? t.week(weekNumber(first)) : t.weeks(weekNumber(first), weekNumber(last))
    return runs.length <= DATED_MAX ? `${run} (${days})` : run
  })
  const list = [named.slice(0, -1).join(', '), ...named.slice(-1)].filter((each) => each !== '')
  return t.text(name, list.join(t.and))
}

const yearOf = (day: string) => day.slice(0, 4)

interface Run {
  readonly first: string
  readonly last: string
}

/** Weeks that follow each other, taken together. */
function runsOf(weeks: readonly string[]): Run[] {
  const runs: Run[] = []
  for (const week of weeks) {
    const before = runs.at(-1)
    if (before && addWeeks(before.last, 1) === week) {
      runs[runs.length - 1] = { first: before.first, last: week }
    } else {
      runs.push({ first: week, last: week })
    }
  }
  return runs
}
