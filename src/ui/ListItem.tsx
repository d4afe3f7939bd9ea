import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './List.module.css'

interface Props {
  readonly title: ReactNode
  readonly detail?: ReactNode
  /** At the end of the line: a `Chip`, a number. */
  readonly aside?: ReactNode
  /** What comes under the line, in its whole width. */
  readonly children?: ReactNode
}

/** One line of a `List` that leads nowhere: it is read. */
export function ListItem({ title, detail, aside, children }: Props) {
  return (
    <li className={classes(styles['item'], styles['still'])}>
      <div className={styles['line']}>
        <div className={styles['text']}>
          <span className={styles['title']}>{title}</span>
          {detail !== undefined && <div className={styles['detail']}>{detail}</div>}
        </div>
        {aside !== undefined && <div className={styles['aside']}>{aside}</div>}
      </div>
      {children}
    </li>
  )
}
