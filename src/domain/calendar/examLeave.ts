import { addDays, addMonths, weekday } from '../civilDate.ts'
import type { Period } from '../weekStates.ts'

/** Working days of leave to prepare for the exam. */
const LEAVE_DAYS = 5
const SUNDAY = 6

/** What the leave depends on. Dates are civil. */
export interface ExamLeaveInput {
  /** First day of the final exams; `null`: not known yet. */
  readonly firstExam: string | null
  /** The diploma is given on continuous assessment alone. */
  readonly continuousOnly: boolean
  /** The centre’s own revision days, where its training convention organises them. */
  readonly organised: Period | null
  /** Whether a public holiday frees the day. */
  readonly isHoliday: (date: string) => boolean
}

/**
 * `organised`: the days are the centre’s, and the apprentice must attend. `request`: asked of the
 * company, any `days` working days of the `window`; it cannot refuse. `date-unknown`: later.
 */
export type ExamLeave =
  | { readonly type: 'organised'; readonly days: readonly string[]; readonly paid: true }
  | {
      readonly type: 'request'
      readonly days: typeof LEAVE_DAYS
      readonly window: Period
      readonly paid: true
    }
  | { readonly type: 'none'; readonly reason: 'continuous-assessment-only' }
  | { readonly type: 'date-unknown' }

/**
 * Congé pour la préparation directe des épreuves: five working days (jours ouvrables) on full pay,
 * in the month before the exams, beside paid leave and beside the hours of the contract.
 *
 * Sources: Code du travail, art. L6222-35 (version of 16 September 2024). Where the centre
 * organises no days it is due all the same (réponse ministérielle Dimeglio, 14 October 1996); where
 * it does, those are the leave and nothing comes on top, and a diploma by continuous assessment
 * alone gives none (Précis de l’apprentissage, p. 14; Centre Inffo, 6 June 2024).
 */
export function examLeave(input: ExamLeaveInput): ExamLeave {
  const { firstExam, continuousOnly, organised, isHoliday } = input
  if (continuousOnly) return { type: 'none', reason: 'continuous-assessment-only' }
  if (organised) {
    const days = workingDays(organised, isHoliday).slice(0, LEAVE_DAYS)
    return { type: 'organised', days, paid: true }
  }
  if (firstExam === null) return { type: 'date-unknown' }
  return { type: 'request', days: LEAVE_DAYS, window: windowBefore(firstExam), paid: true }
}

/**
 * `too-many`: with those taken before, more than five. `twice`: the leave was used in an earlier
 * request; it is given once per contract. `outside-window` and `not-a-working-day`: see the days.
 */
export interface ExamLeaveRefusal {
  readonly reason: 'too-many' | 'twice' | 'outside-window' | 'not-a-working-day' | 'not-due'
  readonly days: readonly string[]
}

/** Why days asked for cannot be this leave, or `null`. `takenBefore`: in the same contract. */
export function examLeaveRefusal(
  asked: readonly string[],
  { input, takenBefore }: { input: ExamLeaveInput; takenBefore: readonly string[] },
): ExamLeaveRefusal | null {
  const leave = examLeave(input)
  if (leave.type !== 'request') return { reason: 'not-due', days: asked }
  if (takenBefore.length >= LEAVE_DAYS) return { reason: 'twice', days: asked }
  if (asked.length + takenBefore.length > LEAVE_DAYS) return { reason: 'too-many', days: asked }
  const { start, end } = leave.window
  const outside = asked.filter((date) => date < start || date > end)
  if (outside.length > 0) return { reason: 'outside-window', days: outside }
  const free = asked.filter((date) => !isWorkingDay(date, input.isHoliday))
  return free.length > 0 ? { reason: 'not-a-working-day', days: free } : null
}

/** The month before the exams, date to date, the day of the first exam left out. */
const windowBefore = (firstExam: string): Period => ({
  start: addMonths(firstExam, -1),
  end: addDays(firstExam, -1),
})

/** Jours ouvrables: every day but Sunday and public holidays. */
const isWorkingDay = (date: string, isHoliday: (date: string) => boolean) =>
  weekday(date) !== SUNDAY && !isHoliday(date)

function workingDays({ start, end }: Period, isHoliday: (date: string) => boolean): string[] {
  const days: string[] = []
  for (let date = start; date <= end; date = addDays(date, 1)) {
    if (isWorkingDay(date, isHoliday)) days.push(date)
  }
  return days
}
