import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Options.module.css'

interface Props {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly icon?: ReactNode
  readonly checked: boolean
  readonly disabled: boolean
  readonly onChange: (checked: boolean) => void
}

/** One native radio or checkbox, drawn as a pill or a chip. */
export function Option({ type, name, label, hint, icon, checked, disabled, onChange }: Props) {
  const isRadio = type === 'radio'

  return (
    <label
      className={classes(
        styles['option'],
        isRadio && styles['pill'],
        Boolean(icon) && styles['pictured'],
      )}
    >
      <input
        type={type}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => {
          onChange(event.target.checked)
        }}
      />
      <span className={classes(styles['box'], isRadio && styles['round'])} aria-hidden="true">
        <Check size={14} />
      </span>
      {icon}
      <span className={styles['text']}>
        <span>{label}</span>
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      </span>
    </label>
  )
}
