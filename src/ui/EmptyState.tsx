import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

interface Props {
  /** One sentence. */
  readonly title: string
  readonly children?: ReactNode
  /** One button: what to do about it. */
  readonly action?: ReactNode
}

/** A blank page, and what could be written on it. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={styles['empty']}>
      <svg className={styles['page']} viewBox="0 0 72 72" aria-hidden="true">
        <rect className={styles['sheet']} x="14" y="6" width="44" height="58" rx="5" />
        <path className={styles['lines']} d="M22 22h28M22 31h28M22 40h28M22 49h28" />
        <path className={styles['pen']} d="M22 21c4-6 6 5 10-1s5 4 9-1" />
      </svg>
      <p className={styles['title']}>{title}</p>
      {children !== undefined && <div className={styles['text']}>{children}</div>}
      {action}
    </div>
  )
}
