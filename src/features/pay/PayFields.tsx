import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextField } from '#ui/TextField.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { useTexts } from '#ui/texts.tsx'
import { payCases, type FieldProblems, type PayForm } from './payForm.ts'
import { texts } from './texts.ts'

interface Props {
  readonly form: PayForm
  /** Shown at the fields; empty before the first try. */
  readonly problems: FieldProblems
  readonly onChange: (change: Partial<PayForm>) => void
}

type DayName = 'birthDate' | 'start' | 'on' | 'extendedEnd' | 'concludedOn'
type NumberName = 'months' | 'cycle' | 'minimum' | 'lastDue' | 'lastPaid' | 'years' | 'benefits'
type ChoiceName = 'territory' | 'company' | 'diploma' | 'level' | 'link' | 'route' | 'reason'

/** The questions; those about a special case are there once it is ticked. */
export function PayFields({ form, problems, onChange }: Props) {
  const t = useTexts(texts)
  const errorOf = (field: keyof PayForm) => {
    const problem = problems[field]
    return problem && t.problems[problem]
  }
  const day = (field: DayName, hint?: string, required = true) => (
    <DateField
      label={t[field]}
      hint={hint}
      required={required}
      value={form[field]}
      error={errorOf(field)}
      onChange={(value) => {
        onChange({ [field]: value })
      }}
    />
  )
  const number = (field: NumberName, hint?: string) => (
    <TextField
      label={t[field]}
      hint={hint}
      inputMode="decimal"
      required
      short
      value={form[field]}
      error={errorOf(field)}
      onChange={(value) => {
        onChange({ [field]: value })
      }}
    />
  )
  const choice = (field: ChoiceName, names: Readonly<Record<string, string>>) => (
    <ChoiceGroup
      legend={t[field]}
      options={Object.entries(names).map(([value, label]) => ({ value, label }))}
      value={form[field]}
      error={errorOf(field)}
      onChange={(value) => {
        onChange({ [field]: value })
      }}
    />
  )
  const has = (each: PayForm['cases'][number]) => form.cases.includes(each)

  return (
    <Stack>
      {day('birthDate')}
      {day('start')}
      {number('months')}
      {number('cycle', t.cycleHint)}
      {day('on', t.onHint)}
      {day('concludedOn', t.concludedHint, false)}
      {choice('territory', t.territories)}
      <TickGroup
        legend={t.cases}
        hint={t.casesHint}
        options={payCases.map((value) => ({ value, label: t.case[value] }))}
        values={form.cases}
        onToggle={(value, on) => {
          onChange({
            cases: payCases.filter((each) => (each === value ? on : form.cases.includes(each))),
          })
        }}
      />
      {has('minimum') && number('minimum')}
      {has('previous') && (
        <>
          {choice('company', t.companies)}
          {choice('diploma', t.diplomas)}
          {number('lastDue', t.percentHint)}
          {number('lastPaid', t.percentHint)}
        </>
      )}
      {has('top-up') && (
        <>
          {choice('level', t.levels)}
          {choice('link', t.links)}
          {number('years')}
          {choice('route', t.routes)}
        </>
      )}
      {has('extension') && (
        <>
          {choice('reason', t.reasons)}
          {day('extendedEnd')}
        </>
      )}
      {has('benefits') && number('benefits', t.benefitsHint)}
    </Stack>
  )
}
