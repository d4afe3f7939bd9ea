import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Row.module.css'

interface Props {
  readonly align?: 'start' | 'between' | 'end' | undefined
  readonly children: ReactNode
}

/** Things beside each other, which wrap where there is no room. */
export function Row({ align = 'start', children }: Props) {
  return <div className={classes(styles['row'], styles[align])}>{children}</div>
}
