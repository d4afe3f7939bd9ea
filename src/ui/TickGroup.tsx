import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { FieldError } from './Field.tsx'
import fieldStyles from './Field.module.css'
import { Option } from './Option.tsx'
import styles from './Options.module.css'

interface Tick {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

interface Props {
  readonly legend: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly options?: readonly Tick[] | undefined
  /** Instead of `options`, or after them: the same under small titles. */
  readonly groups?:
    readonly { readonly label: string; readonly options: readonly Tick[] }[] | undefined
  /** Language of the options, where it is not that of the page. */
  readonly lang?: string | undefined
  readonly values: readonly string[]
  readonly onToggle: (value: string, on: boolean) => void
  readonly disabled?: boolean | undefined
}

/** Any number out of a list, one tap each. */
export function TickGroup({
  legend,
  hint,
  error,
  options = [],
  groups = [],
  lang,
  values,
  onToggle,
  disabled = false,
}: Props) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
  const draw = (ticks: readonly Tick[]) => (
    <div className={styles['options']} lang={lang}>
      {ticks.map(({ value, label, hint: more }) => (
        <Option
          key={value}
          type="checkbox"
          name={id}
          label={label}
          hint={more}
          checked={values.includes(value)}
          disabled={disabled}
          onChange={(on) => {
            onToggle(value, on)
          }}
        />
      ))}
    </div>
  )

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
      {options.length > 0 && draw(options)}
      {groups.map((group, index) => (
        <div
          key={group.label}
          className={styles['group']}
          role="group"
          aria-labelledby={`${id}-group-${index}`}
        >
          <div id={`${id}-group-${index}`} className={styles['groupLabel']} lang={lang}>
            {group.label}
          </div>
          {draw(group.options)}
        </div>
      ))}
    </fieldset>
  )
}
