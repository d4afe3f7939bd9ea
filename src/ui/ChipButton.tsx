import { ChevronRight } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import styles from './Chip.module.css'
import { classes } from './classes.ts'
import type { Tone } from './tone.ts'
import { ToneIcon } from './ToneIcon.tsx'

interface Props extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  readonly tone: Tone
  readonly icon?: ReactNode
}

/** A state one can tap to know more, or, with `aria-pressed`, to filter by it. A change of its text is read aloud, politely. */
export function ChipButton({ tone, icon, children, ...rest }: Props) {
  return (
    <button
      {...rest}
      type="button"
      className={classes(styles['chip'], styles['button'], styles[tone])}
    >
      {icon ?? <ToneIcon tone={tone} size={16} />}
      <span aria-live="polite">{children}</span>
      {rest['aria-pressed'] === undefined && <ChevronRight size={16} aria-hidden="true" />}
    </button>
  )
}
