import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { classes } from './classes.ts'
import styles from './List.module.css'
import type { Tone } from './tone.ts'

interface Props {
  readonly to: string
  readonly title: ReactNode
  readonly detail?: ReactNode
  /** At the end of the line: a `Chip`, a number. */
  readonly aside?: ReactNode
  /** `waiting` and `problem` get a bookmark; the words must say it too. */
  readonly tone?: Tone | undefined
  /** The one that is open beside the list. */
  readonly current?: boolean | undefined
}

/** One line of a `List`, a link as a whole. */
export function ListLink({ to, title, detail, aside, tone = 'info', current = false }: Props) {
  return (
    <li className={styles['item']}>
      <Link
        to={to}
        className={classes(styles['link'], styles[tone])}
        aria-current={current ? 'true' : undefined}
      >
        <span className={styles['text']}>
          <span className={styles['title']}>{title}</span>
          {detail !== undefined && <span className={styles['detail']}>{detail}</span>}
        </span>
        {aside !== undefined && <span className={styles['aside']}>{aside}</span>}
        <ChevronRight className={styles['chevron']} aria-hidden="true" size={20} />
      </Link>
    </li>
  )
}
