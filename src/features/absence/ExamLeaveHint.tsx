import {
  examLeave,
  examLeaveRefusal,
  type ExamLeaveInput,
  type ExamLeaveRefusal,
} from '#domain/calendar/examLeave.ts'
import { formatDay, formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { Notice } from '#ui/Notice.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

/** The leave that somebody may ask for before the exams, and the days of it that are taken already. */
export interface LeaveToAsk {
  readonly input: ExamLeaveInput
  /** Civil dates, in the contract that runs. */
  readonly takenBefore: readonly string[]
}

interface Props {
  readonly leave: LeaveToAsk
  /** Civil dates that are asked for. */
  readonly days: readonly string[]
}

/** What the law says of days asked for to prepare for the exam. It is said, and not forbidden. */
export function ExamLeaveHint({ leave: { input, takenBefore }, days }: Props) {
  const { examLeave: t } = useTexts(texts)
  const language = useLanguage()
  const day = (date: string) => formatDay(date, language)
  const leave = examLeave(input)
  if (leave.type !== 'request') return <Notice tone="waiting">{t[leave.type]}</Notice>

  const { start, end } = leave.window
  const window = [
    formatDayWithoutWeekday(start, language),
    formatDayWithoutWeekday(end, language),
  ] as const
  const wordsOf = ({ reason, days: wrong }: ExamLeaveRefusal): string =>
    ({
      'not-due': t.outside(...window),
      'outside-window': t.outside(...window),
      'too-many': t.tooMany(takenBefore.length),
      twice: t.twice,
      'not-a-working-day': t.free(wrong.map(day).join(', ')),
    })[reason]
  const refusal = examLeaveRefusal(days, { input, takenBefore })
  if (refusal === null) return <p>{t.due(...window)}</p>
  return <Notice tone="waiting">{wordsOf(refusal)}</Notice>
}
