import type { ReactNode } from 'react'
import styles from './Quote.module.css'

interface Props {
  /** Who wrote it, and when. */
  readonly by?: ReactNode
  readonly children: ReactNode
}

/** Somebody's own words, with the lines as they were written. */
export function Quote({ by, children }: Props) {
  return (
    <figure className={styles['quote']}>
      <blockquote className={styles['text']}>{children}</blockquote>
      {by !== undefined && <figcaption className={styles['by']}>{by}</figcaption>}
    </figure>
  )
}
