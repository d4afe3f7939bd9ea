import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Field.module.css'

interface Props
  extends
    FieldProps,
    Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id' | 'children' | 'type'> {
  /** ISO date `2026-11-03`, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A day, with the device's own calendar. `min` and `max` are ISO dates. */
export function DateField({ label, hint, error, onChange, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
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
