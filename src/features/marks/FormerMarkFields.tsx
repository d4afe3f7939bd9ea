import { KEPT_FROM } from '#domain/exams/keptMarks.ts'
import { readMark } from '#domain/exams/marks.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import type { Programme } from '#programmes/programme.ts'
import { Card } from '#ui/Card.tsx'
import { DateField } from '#ui/DateField.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly programme: Programme
  readonly draft: Draft
  /** Whether somebody tried to send: what is missing is said from then on. */
  readonly asked: boolean
  /** Civil date. */
  readonly today: string
  /** As it was typed. */
  readonly mark: string
  readonly onMark: (text: string) => void
}

/** What there is to say of a mark of a former session that is kept. */
export function FormerMarkFields({ programme, draft, asked, today, mark, onMark }: Props) {
  const t = useTexts(texts)
  const date = draft.text('date')
  const exam = draft.text('exam')
  return (
    <Card>
      <SelectField
        label={t.formerExam}
        options={programme.exams.map(({ code, title }) => ({
          value: code,
          label: `${code}. ${title}`,
        }))}
        value={exam}
        error={asked && exam === '' ? t.formerExamMissing : undefined}
        onChange={(value) => {
          draft.set('exam', value)
        }}
      />
      <TextField
        label={t.mark}
        hint={t.formerMarkHint}
        inputMode="decimal"
        short
        value={mark}
        error={(asked || mark !== '') && !mayBeKept(mark) ? t.formerMarkProblem : undefined}
        onChange={onMark}
      />
      <DateField
        label={t.formerDate}
        max={today}
        value={date}
        error={asked && !isPast(date, today) ? t.formerDateProblem : undefined}
        onChange={(value) => {
          draft.set('date', value === '' ? null : value)
        }}
      />
    </Card>
  )
}

const isPast = (date: string, today: string) => date !== '' && date <= today

const mayBeKept = (mark: string) => (readMark(mark) ?? 0) >= KEPT_FROM * 100

/** Whether all that a kept mark needs is there. */
export const isWholeFormerMark = (draft: Draft, mark: string, today: string): boolean =>
  draft.text('exam') !== '' && mayBeKept(mark) && isPast(draft.text('date'), today)
