import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Disclosure.module.css'

interface Props {
  readonly summary: ReactNode
  /** Open from the start; afterwards it is the reader's. */
  readonly open?: boolean | undefined
  readonly children: ReactNode
}

/** What most people need not read, one tap away. Printed open. */
export function Disclosure({ summary, open, children }: Props) {
  return (
    <details className={styles['disclosure']} open={open}>
      <summary className={styles['summary']}>
        <ChevronRight aria-hidden="true" size={20} />
        <span>{summary}</span>
      </summary>
      <div className={styles['body']}>{children}</div>
    </details>
  )
}
