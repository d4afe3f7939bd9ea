import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import { halfDaysOf } from '#domain/calendar/counts.ts'
import { examLeave, type ExamLeave } from '#domain/calendar/examLeave.ts'

/**
 * The leave before the final exams as the calendar knows them: those of the last year of training.
 * Where no exam day is planned yet, its date is not known.
 */
export function examLeaveOf(calendar: AlternationCalendar): ExamLeave {
  const lastYear = calendar.years.at(-1)
  const firstExam = halfDaysOf(calendar, 'exam', lastYear)[0]?.date ?? null
  const revision = halfDaysOf(calendar, 'revision', lastYear)
  const [first, last] = [revision[0], revision.at(-1)]
  const free = new Set(calendar.days.filter(({ holiday }) => holiday).map(({ date }) => date))
  return examLeave({
    firstExam,
    continuousOnly: false,
    organised: first && last ? { start: first.date, end: last.date } : null,
    isHoliday: (date) => free.has(date),
  })
}
