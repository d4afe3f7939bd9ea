import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Timeline.module.css'
import type { Tone } from './tone.ts'
import { ToneIcon } from './ToneIcon.tsx'

interface TimelineEvent {
  readonly key: string
  readonly when: ReactNode
  readonly title: ReactNode
  readonly tone?: Tone | undefined
  readonly icon?: ReactNode
  readonly children?: ReactNode
}

/** What happened, in the order given. */
export function Timeline({ items }: { readonly items: readonly TimelineEvent[] }) {
  return (
    <ol className={styles['line']}>
      {items.map(({ key, when, title, tone = 'info', icon, children }) => (
        <li key={key} className={classes(styles['event'], styles[tone])}>
          <span className={styles['dot']}>{icon ?? <ToneIcon tone={tone} size={20} />}</span>
          <div className={styles['title']}>{title}</div>
          <div className={styles['when']}>{when}</div>
          {children}
        </li>
      ))}
    </ol>
  )
}
