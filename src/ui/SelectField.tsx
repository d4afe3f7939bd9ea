import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Field.module.css'

interface Props
  extends FieldProps, Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'id' | 'children'> {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** A value that no option has shows nothing chosen. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One out of many; for two to five, `ChoiceGroup` shows them all at once. */
export function SelectField({ label, hint, error, options, value, onChange, ...rest }: Props) {
  const known = options.some((option) => option.value === value)

  return (
    <Field label={label} hint={hint} error={error}>
      {(ties) => (
        <div className={styles['select']}>
          <select
            {...rest}
            {...ties}
            className={styles['control']}
            value={known ? value : ''}
            onChange={(event) => {
              onChange(event.target.value)
            }}
          >
            {!known && <option value="" hidden />}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden="true" size={20} />
        </div>
      )}
    </Field>
  )
}
