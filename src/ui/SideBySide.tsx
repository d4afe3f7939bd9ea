import { Pips } from './Pips.tsx'
import styles from './SideBySide.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

interface Props {
  /** Two or three, with different labels. */
  readonly cells: readonly {
    readonly label: string
    readonly text: string
    /** See `Pips`; `null`: nothing was said. */
    readonly value: number | null
  }[]
  /** What all of it would be. */
  readonly of: number
}

/** The same thing as several people see it, beside each other. */
export function SideBySide({ cells, of }: Props) {
  return (
    <span className={styles['cells']}>
      {cells.map(({ label, text, value }) => (
        <span key={label} className={styles['cell']}>
          <span className={styles['label']}>
            {label}
            <VisuallyHidden>{'\u00a0: '}</VisuallyHidden>
          </span>
          {value !== null && <Pips value={value} of={of} />}
          <span className={styles['text']}>
            {text}
            <VisuallyHidden>. </VisuallyHidden>
          </span>
        </span>
      ))}
    </span>
  )
}
