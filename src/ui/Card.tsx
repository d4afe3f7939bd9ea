import type { ReactNode } from 'react'
import styles from './Card.module.css'
import { classes } from './classes.ts'

interface Props {
  /** Waits for whoever reads it. The colour says nothing alone: write it too. */
  readonly waiting?: boolean | undefined
  readonly children: ReactNode
}

/** A sheet of paper on the desk: things that belong together. */
export function Card({ waiting = false, children }: Props) {
  return <div className={classes(styles['card'], waiting && styles['waiting'])}>{children}</div>
}
