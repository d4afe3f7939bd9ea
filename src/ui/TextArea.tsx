import { CircleAlert } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'
import { Field, type FieldProps } from './Field.tsx'
import fieldStyles from './Field.module.css'
import styles from './TextArea.module.css'
import { useTexts } from './texts.tsx'

interface Props
  extends
    FieldProps,
    Omit<
      ComponentProps<'textarea'>,
      'value' | 'onChange' | 'id' | 'children' | 'rows' | 'maxLength'
    > {
  readonly value: string
  readonly onChange: (value: string) => void
  /** In UTF-16 code units. Beyond it one is told, and goes on typing: nothing is cut off. */
  readonly max?: number | undefined
  /** Lines to begin with; it grows with the text. */
  readonly rows?: 2 | 3 | 5 | 8 | undefined
}

/** From this share of the maximum on, the counter shows. */
const NEAR = 0.8

/** Several lines of text, on ruled paper. */
export function TextArea({ label, hint, error, value, onChange, max, rows = 3, ...rest }: Props) {
  const t = useTexts(texts)
  const left = max === undefined ? Infinity : max - value.length
  const shown = max !== undefined && value.length >= max * NEAR

  return (
    <Field label={label} hint={hint} error={error} foot={shown ? count(left, t) : undefined}>
      {(ties) => (
        <div className={styles['grow']} data-text={value}>
          <textarea
            {...rest}
            {...ties}
            aria-invalid={left < 0 ? true : ties['aria-invalid']}
            className={classes(
              fieldStyles['control'],
              styles['area'],
              styles['max'],
              styles[`rows${rows}`],
            )}
            rows={rows}
            value={value}
            onChange={(event) => {
              onChange(event.target.value)
            }}
          />
        </div>
      )}
    </Field>
  )
}

function count(left: number, t: typeof fr): ReactNode {
  if (left >= 0) return t.left(left)

  return (
    <span className={styles['over']} role="status">
      <CircleAlert aria-hidden="true" size={18} />
      {t.over(-left)}
    </span>
  )
}

const fr = {
  left: (n: number) => `Encore ${n}\u00a0signe${n > 1 ? 's' : ''} possible${n > 1 ? 's' : ''}`,
  over: (n: number) => `${n}\u00a0signe${n > 1 ? 's' : ''} de trop\u00a0: raccourcissez un peu.`,
}
const en: typeof fr = {
  left: (n) => `${n}\u00a0character${n === 1 ? '' : 's'} left`,
  over: (n) => `${n}\u00a0character${n === 1 ? '' : 's'} too many: make it a little shorter.`,
}
const texts = { fr, en }
