import { RibbonCell, type RibbonPlace, type RibbonState } from './RibbonCell.tsx'
import styles from './Ribbon.module.css'

interface Props {
  readonly items: readonly {
    readonly place: RibbonPlace
    readonly state: RibbonState
    readonly label: string
  }[]
}

/** What the cells of a `Ribbon` mean. */
export function RibbonLegend({ items }: Props) {
  return (
    <ul className={styles['legend']}>
      {items.map(({ place, state, label }) => (
        <li key={label} className={styles['legendItem']}>
          <RibbonCell place={place} state={state} short="" />
          {label}
        </li>
      ))}
    </ul>
  )
}
