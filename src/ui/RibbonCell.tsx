import { Check, CircleAlert, Pencil, SendHorizontal, Smartphone, Undo2 } from 'lucide-react'
import styles from './Ribbon.module.css'

/** Two kinds of place, both in one cell, or neither. */
export type RibbonPlace = 'company' | 'centre' | 'closed' | 'mixed'

/** How far the thing in a cell is; `none`: nothing is expected there. `kept`: it has yet to leave this device. */
export type RibbonState =
  'empty' | 'draft' | 'kept' | 'sent' | 'signed' | 'returned' | 'late' | 'none'

const glyphs = {
  draft: Pencil,
  kept: Smartphone,
  sent: SendHorizontal,
  signed: Check,
  returned: Undo2,
  late: CircleAlert,
}

interface Props {
  readonly place: RibbonPlace
  readonly state: RibbonState
  readonly short: string
}

/** What one sees of one cell: the state as its fill and sign, the place as its lower edge. */
export function RibbonCell({ place, state, short }: Props) {
  const Glyph = state === 'empty' || state === 'none' ? null : glyphs[state]

  return (
    <span className={styles['cell']} data-place={place} data-state={state} aria-hidden="true">
      <span className={styles['short']}>{short}</span>
      <span className={styles['glyph']}>
        {Glyph ? <Glyph size={16} strokeWidth={2.75} /> : <span className={styles['ring']} />}
      </span>
    </span>
  )
}
