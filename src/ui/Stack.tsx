import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Stack.module.css'

interface Props {
  readonly gap?: 'tight' | 'normal' | 'loose' | undefined
  readonly children: ReactNode
}

/** Things under each other, evenly spaced. */
export function Stack({ gap = 'normal', children }: Props) {
  return <div className={classes(styles['stack'], styles[gap])}>{children}</div>
}
