import type { ReactNode } from 'react'
import styles from './ActionBar.module.css'

/**
 * What there is to do on this screen, under the thumb: sticks to the bottom on phones.
 * Goes last inside `Page`, outside any card.
 */
export function ActionBar({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['bar']} data-action-bar>
      {children}
    </div>
  )
}
