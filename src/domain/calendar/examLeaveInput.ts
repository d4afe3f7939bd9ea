import type { ExamSession } from '../exams/session.ts'
import type { AlternationCalendar } from './alternation.ts'
import { halfDaysOf } from './counts.ts'
import type { ExamLeaveInput } from './examLeave.ts'

/**
 * What the leave before the final exams depends on: the days that the calendar plans in the last year
 * of training, else those of the session of that year, once it is published.
 */
export function examLeaveInput(
  calendar: AlternationCalendar,
  sessions: readonly ExamSession[],
): ExamLeaveInput {
  const lastYear = calendar.years.at(-1)
  const session = sessions.find(({ year }) => `${year}` === lastYear?.end.slice(0, 4))
  const planned = halfDaysOf(calendar, 'exam', lastYear)[0]?.date
  const revision = halfDaysOf(calendar, 'revision', lastYear)
  const [first, last] = [revision[0], revision.at(-1)]
  const free = new Set(calendar.days.filter(({ holiday }) => holiday).map(({ date }) => date))
  return {
    firstExam: planned ?? session?.writtenFrom ?? null,
    continuousOnly: false,
    organised: first && last ? { start: first.date, end: last.date } : null,
    isHoliday: (date) => free.has(date),
  }
}
