import { isBlank } from '#domain/content.ts'
import { readMark } from '#domain/exams/marks.ts'
import { SkillTicks } from '#features/parts/SkillTicks.tsx'
import type { Draft } from '#features/parts/useDraft.ts'
import type { Programme } from '#programmes/programme.ts'
import { Card } from '#ui/Card.tsx'
import { DateField } from '#ui/DateField.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useTexts } from '#ui/texts.tsx'
import { examLines, subjectsOf } from './examLines.ts'
import { texts } from './texts.ts'

/** As the kind declares it. */
const REMARK_MAX = 1_000
const weights = Array.from({ length: 10 }, (_, index) => `${index + 1}`)

interface Props {
  readonly programme: Programme
  readonly draft: Draft
  /** Whether somebody tried to send: what is missing is said from then on. */
  readonly asked: boolean
  readonly date: string
  /** As it was typed. */
  readonly mark: string
  readonly onMark: (text: string) => void
}

/** What there is to say of a mark. */
export function MarkFields({ programme, draft, asked, date, mark, onMark }: Props) {
  const t = useTexts(texts)
  const { sheet, exams } = programme
  const subjects = subjectsOf(programme)
  const weight = draft.value('weight')
  const named = (choices: readonly { readonly code: string; readonly title: string }[]) =>
    choices.map(({ code, title }) => ({ value: code, label: title }))

  return (
    <Card>
      <TextField
        label={t.label}
        value={draft.text('label')}
        error={asked && isBlank(draft.text('label')) ? t.labelMissing : undefined}
        onChange={(value) => {
          draft.set('label', value)
        }}
      />
      <SelectField
        label={t.subject}
        options={named(subjects)}
        value={draft.text('subject')}
        error={asked && draft.text('subject') === '' ? t.subjectMissing : undefined}
        onChange={(value) => {
          draft.set('subject', value)
          // What a subject prepares for is what its marks usually train for.
          const exam = subjects.find(({ code }) => code === value)?.exam ?? null
          const lines = examLines(exams)
          draft.set('exam', lines.some(({ code }) => code === exam) ? exam : null)
        }}
      />
      <TextField
        label={t.mark}
        inputMode="decimal"
        short
        value={mark}
        error={(asked || mark !== '') && readMark(mark) === null ? t.markMissing : undefined}
        onChange={onMark}
      />
      {sheet.assessments.length > 0 && (
        <SelectField
          label={t.form}
          options={named(sheet.assessments)}
          value={draft.text('form')}
          onChange={(value) => {
            draft.set('form', value)
          }}
        />
      )}
      <DateField
        label={t.date}
        value={date}
        error={asked && date === '' ? t.dateMissing : undefined}
        onChange={(value) => {
          draft.set('date', value === '' ? null : value)
        }}
      />
      <SelectField
        label={t.exam}
        options={named(examLines(exams))}
        value={draft.text('exam')}
        onChange={(value) => {
          draft.set('exam', value)
        }}
      />
      <SelectField
        label={t.weight}
        hint={t.weightHint}
        options={weights.map((value) => ({ value, label: value }))}
        value={typeof weight === 'number' ? `${weight}` : '1'}
        onChange={(value) => {
          draft.set('weight', Number(value))
        }}
      />
      <TextArea
        label={t.remark}
        max={REMARK_MAX}
        rows={2}
        value={draft.text('remark')}
        onChange={(value) => {
          draft.set('remark', value)
        }}
      />
      <SkillTicks programme={programme} draft={draft} legend={t.skills} counted={t.skillCount} />
    </Card>
  )
}
