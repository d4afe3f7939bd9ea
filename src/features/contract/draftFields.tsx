import type { Draft } from '#features/parts/useDraft.ts'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { texts } from './texts.ts'

type Names = Readonly<Record<string, string>>

interface NumberRange {
  readonly min?: number
  readonly max: number
  /** Said where there is no such number. */
  readonly problem: string
}

export type Fields = ReturnType<typeof createFields>

/** Fields that write straight into a draft, each by its key. `asked`: say what is missing. */
export function createFields(draft: Draft, t: (typeof texts)['fr'], asked: boolean) {
  const optionsOf = (names: Names) =>
    Object.entries(names).map(([value, label]) => ({ value, label }))
  const set = (key: string) => (value: string) => {
    draft.set(key, value === '' ? null : value)
  }
  return {
    text: (key: string, label: string) => (
      <TextField label={label} value={draft.text(key)} onChange={set(key)} />
    ),
    day: (key: string, label: string, more: { hint?: string; required?: true } = {}) => (
      <DateField
        label={label}
        hint={more.hint}
        required={more.required}
        value={draft.text(key)}
        error={asked && more.required && draft.text(key) === '' ? t.required : undefined}
        onChange={set(key)}
      />
    ),
    number: (key: string, label: string, { min = 0, max, problem }: NumberRange) => {
      const value = draft.value(key)
      return (
        <TextField
          label={label}
          short
          required
          inputMode="numeric"
          value={typeof value === 'number' ? String(value) : ''}
          error={asked && typeof value !== 'number' ? problem : undefined}
          onChange={(text) => {
            const number = Number(text)
            const fits = /^\d+$/u.test(text.trim()) && number >= min && number <= max
            draft.set(key, fits ? number : null)
          }}
        />
      )
    },
    choice: (key: string, legend: string, names: Names, hint?: string) => (
      <ChoiceGroup
        legend={legend}
        hint={hint}
        options={optionsOf(names)}
        value={draft.text(key) || null}
        onChange={set(key)}
      />
    ),
    select: (key: string, label: string, names: Names) => (
      <SelectField
        label={label}
        options={[{ value: '', label: '—' }, ...optionsOf(names)]}
        value={draft.text(key)}
        onChange={set(key)}
      />
    ),
  }
}
