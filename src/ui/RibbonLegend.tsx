import { RibbonBars } from './RibbonBars.tsx'
import { RibbonCell, type RibbonPlace, type RibbonState } from './RibbonCell.tsx'
import styles from './Ribbon.module.css'

interface Props {
  readonly items: readonly {
    readonly place: RibbonPlace
    readonly state: RibbonState
    readonly label: string
  }[]
  /** What the ribbon consists of: cells with signs, or bars. */
  readonly of?: 'cells' | 'bars' | undefined
}

/** What the looks of a ribbon mean. */
export function RibbonLegend({ items, of = 'cells' }: Props) {
  return (
    <ul className={styles['legend']}>
      {items.map(({ place, state, label }) => (
        <li key={label} className={styles['legendItem']}>
          {of === 'bars' ? (
            <span className={styles['legendBar']}>
              <RibbonBars cells={[{ place, state }]} />
            </span>
          ) : (
            <RibbonCell place={place} state={state} short="" />
          )}
          {label}
        </li>
      ))}
    </ul>
  )
}
