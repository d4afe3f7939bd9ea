import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Field.module.css'
import { formatDay } from './formatDate.ts'
import { useLanguage } from './texts.tsx'

interface Props
  extends
    FieldProps,
    Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id' | 'children' | 'type'> {
  /** ISO date `2026-11-03`, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/**
 * A day, with the device's own calendar, and in words below it: 11/12 is read both ways. `min` and
 * `max` are ISO dates.
 */
export function DateField({ label, hint, error, onChange, ...rest }: Props) {
  const language = useLanguage()
  const words = rest.value === '' ? undefined : formatDay(rest.value, language)
  return (
    <Field label={label} hint={hint} error={error} foot={words}>
      {(ties) => (
        <input
          {...rest}
          {...ties}
          type="date"
          className={classes(styles['control'], styles['short'])}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      )}
    </Field>
  )
}
