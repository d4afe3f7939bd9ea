import type { ReactNode } from 'react'
import styles from './Chip.module.css'
import { classes } from './classes.ts'
import type { Tone } from './tone.ts'
import { ToneIcon } from './ToneIcon.tsx'

interface Props {
  readonly tone: Tone
  /** The tone's own picture unless told otherwise. */
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A small label that says the state of a thing. */
export function Chip({ tone, icon, children }: Props) {
  return (
    <span className={classes(styles['chip'], styles[tone])}>
      {icon ?? <ToneIcon tone={tone} size={16} />}
      <span>{children}</span>
    </span>
  )
}
