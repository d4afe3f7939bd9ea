import type { ReactNode, Ref } from 'react'
import styles from './List.module.css'

interface Props {
  /** For the ear, where no title stands above. */
  readonly label?: string | undefined
  readonly ref?: Ref<HTMLUListElement>
  /** `ListLink`s. */
  readonly children: ReactNode
}

/** The sheet that holds `ListLink`s. */
export function List({ label, ref, children }: Props) {
  return (
    <ul ref={ref} className={styles['list']} aria-label={label}>
      {children}
    </ul>
  )
}
