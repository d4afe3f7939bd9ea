import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { FieldError } from './Field.tsx'
import fieldStyles from './Field.module.css'
import { Option } from './Option.tsx'
import styles from './Options.module.css'

interface Choice<V extends string> {
  readonly value: V
  readonly label: string
  readonly hint?: string | undefined
  readonly icon?: ReactNode
}

interface Props<V extends string> {
  readonly legend: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly options: readonly Choice<V>[]
  /** `null`: nothing chosen yet. */
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly disabled?: boolean | undefined
  /** Whole phrases: one below the other, so that none is cut. */
  readonly stacked?: boolean | undefined
}

/** One out of a few, all in sight. */
export function ChoiceGroup<V extends string>({
  legend,
  hint,
  error,
  options,
  value,
  onChange,
  disabled = false,
  stacked = false,
}: Props<V>) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]

  return (
    <fieldset
      className={fieldStyles['field']}
      aria-describedby={classes(...described) || undefined}
    >
      <legend className={fieldStyles['label']}>{legend}</legend>
      {hint !== undefined && (
        <div id={`${id}-hint`} className={fieldStyles['hint']}>
          {hint}
        </div>
      )}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div
        className={classes(
          styles['options'],
          styles[stacked ? 'stacked' : 'pills'],
          !stacked && options.length === 4 && styles['fours'],
        )}
      >
        {options.map((option) => (
          <Option
            key={option.value}
            type="radio"
            name={id}
            label={option.label}
            hint={option.hint}
            icon={option.icon}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => {
              onChange(option.value)
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}
