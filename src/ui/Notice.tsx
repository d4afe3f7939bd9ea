import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Notice.module.css'
import type { Tone } from './tone.ts'
import { ToneIcon } from './ToneIcon.tsx'

interface Props {
  readonly tone: Tone
  readonly title?: string | undefined
  /** `alert` only for what just went wrong; `status` for what just went well. */
  readonly role?: 'alert' | 'status' | 'note' | undefined
  readonly children?: ReactNode
}

/** A note pinned on the page. */
export function Notice({ tone, title, role, children }: Props) {
  return (
    <div className={classes(styles['notice'], styles[tone])} role={role}>
      <div className={styles['tab']}>
        <ToneIcon tone={tone} size={22} />
      </div>
      <div className={styles['body']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
      </div>
    </div>
  )
}
