import type { ReactNode } from 'react'
import styles from './List.module.css'

interface Props {
  /** For the ear, where no title stands above. */
  readonly label?: string | undefined
  /** `ListLink`s. */
  readonly children: ReactNode
}

/** The sheet that holds `ListLink`s. */
export function List({ label, children }: Props) {
  return (
    <ul className={styles['list']} aria-label={label}>
      {children}
    </ul>
  )
}
