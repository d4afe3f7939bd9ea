import { useId, type ReactNode } from 'react'
import styles from './Section.module.css'

interface Props {
  readonly title: string
  /** At the end of the title's line: a small button or a link. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A part of a screen under a second-level title. */
export function Section({ title, action, children }: Props) {
  const id = useId()

  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}
