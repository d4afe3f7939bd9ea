import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './SplitView.module.css'

interface Props {
  readonly list: ReactNode
  /** `null`: nothing chosen, the list has the whole width. */
  readonly detail: ReactNode
  readonly listLabel: string
  readonly detailLabel: string
}

/** A list beside the one thing chosen from it; on a phone, one or the other. */
export function SplitView({ list, detail, listLabel, detailLabel }: Props) {
  const open = detail !== null && detail !== undefined && detail !== false

  return (
    <div className={classes(styles['split'], open ? styles['open'] : styles['closed'])}>
      <section className={classes(styles['part'], styles['list'])} aria-label={listLabel}>
        {list}
      </section>
      {open && (
        <section
          className={classes(styles['part'], styles['detail'])}
          aria-label={detailLabel}
          data-detail=""
        >
          {detail}
        </section>
      )}
    </div>
  )
}
