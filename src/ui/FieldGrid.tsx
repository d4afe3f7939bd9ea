import type { ReactNode } from 'react'
import styles from './FieldGrid.module.css'

/** Short fields beside each other where there is room, below each other on a phone. */
export function FieldGrid({ children }: { readonly children: ReactNode }) {
  return <div className={styles['grid']}>{children}</div>
}
