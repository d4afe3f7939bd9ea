import type { ReactNode } from 'react'
import styles from './Strip.module.css'

interface Props {
  /** What the group is about, for who hears it. */
  readonly label: string
  /** Things to tap. */
  readonly children: ReactNode
}

/** One row under the thumb, pushed sideways where it is longer than a phone; wraps on a desk. */
export function Strip({ label, children }: Props) {
  return (
    <div role="group" aria-label={label} className={styles['strip']}>
      {children}
    </div>
  )
}
