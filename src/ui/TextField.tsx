import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Field.module.css'

interface Props
  extends FieldProps, Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id' | 'children'> {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'time' | undefined
  /** For what is short, as a code or a postcode. */
  readonly short?: boolean | undefined
}

/** One line of text. */
export function TextField({ label, hint, error, onChange, type, short, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ties) => (
        <input
          {...rest}
          {...ties}
          type={type ?? 'text'}
          className={classes(styles['control'], short && styles['short'])}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      )}
    </Field>
  )
}
