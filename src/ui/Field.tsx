import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import styles from './Field.module.css'

/** What every field has around it. */
export interface FieldProps {
  readonly label: ReactNode
  /** Help that stays readable while one types. */
  readonly hint?: ReactNode
  /** What is wrong and what to do; shown and read with the field. */
  readonly error?: string | undefined
}

/** The attributes that tie a control to its label, hint and error. */
interface Ties {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

interface Props extends FieldProps {
  /** Below the control, read after the error. */
  readonly foot?: ReactNode
  readonly children: (ties: Ties) => ReactNode
}

/** A label, a hint, a control and its error, tied together. */
export function Field({ label, hint, error, foot, children }: Props) {
  const id = useId()
  const described = [
    hint !== undefined && `${id}-hint`,
    error !== undefined && `${id}-error`,
    foot !== undefined && `${id}-foot`,
  ].filter((each) => each !== false)

  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
      {/* Above the control: below it, a keyboard or a bar would cover it. */}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {foot !== undefined && (
        <div id={`${id}-foot`} className={styles['hint']}>
          {foot}
        </div>
      )}
    </div>
  )
}

/** The line that says what is wrong, above a control or a group. */
export function FieldError({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <div id={id} className={styles['error']}>
      <CircleAlert aria-hidden="true" size={18} />
      {children}
    </div>
  )
}
