import type { ReactNode } from 'react'
import styles from './StatusLine.module.css'

/**
 * A line that says how things stand, read aloud when it changes.
 * Render it always, empty if need be: one that appears with its text is not heard.
 */
export function StatusLine({ children }: { readonly children?: ReactNode }) {
  return (
    <div className={styles['line']} role="status">
      {children}
    </div>
  )
}
