import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { RibbonBars, type RibbonBar } from './RibbonBars.tsx'
import styles from './RibbonSheet.module.css'

export interface RibbonSheetRow {
  readonly key: string
  readonly title: string
  readonly to: string
  /** What the strip comes to, in a few words that everybody reads. */
  readonly sum: ReactNode
  /** What the strip shows, as one sentence for who does not see it. */
  readonly label: string
  /** As many as the axis has columns. */
  readonly cells: readonly RibbonBar[]
}

interface Props {
  /** Names the list. */
  readonly label: string
  readonly columns: number
  /** What begins at a column; `minor`: left out where there is little room. */
  readonly marks: readonly {
    readonly at: number
    readonly label: string
    readonly minor?: boolean | undefined
  }[]
  /** All rows taken together: for each column how much of it is full, from 0 to 1; `null`: nothing is due. */
  readonly total: {
    readonly title: string
    readonly sum: ReactNode
    readonly label: string
    readonly shares: readonly (number | null)[]
  }
  readonly rows: readonly RibbonSheetRow[]
  /** What each look of a bar means, usually a `RibbonLegend`. */
  readonly legend: ReactNode
}

/**
 * Many ribbons on one axis, under each other: each row is one link, and what all come to stands
 * above them. Hundreds of rows of a hundred columns stay light, because each is one picture. None is
 * left out while it is out of sight (`content-visibility`): a thumb brings in a row with nearly every
 * frame, and what has to be laid out then comes too late for it.
 */
export function RibbonSheet({ label, columns, marks, total, rows, legend }: Props) {
  const across = (column: number) => `${(100 * column) / columns}%`
  return (
    <div className={styles['sheet']}>
      <div className={styles['head']}>
        <div className={styles['who']}>{total.title}</div>
        <div className={styles['strip']}>
          <svg className={styles['axis']} aria-hidden="true">
            {marks.map(({ at, label: name, minor }) => (
              <g key={at} className={minor ? styles['minor'] : undefined}>
                <line x1={across(at)} x2={across(at)} y1="0" y2="100%" />
                <text x={across(at)} dx="4" y="1em">
                  {name}
                </text>
              </g>
            ))}
          </svg>
          <svg className={styles['total']} role="img" aria-label={total.label}>
            {total.shares.map((share, at) =>
              share === null ? null : (
                <rect
                  key={at}
                  x={across(at)}
                  width={across(0.86)}
                  y={`${100 - 100 * share}%`}
                  height={`${100 * share}%`}
                />
              ),
            )}
          </svg>
        </div>
        <div className={styles['sum']}>{total.sum}</div>
      </div>
      <ul className={styles['rows']} aria-label={label}>
        {rows.map((row) => (
          <li key={row.key} className={styles['row']}>
            <Link to={row.to} className={styles['who']} data-step>
              {row.title}
            </Link>
            <div className={styles['strip']} role="img" aria-label={row.label}>
              <RibbonBars cells={row.cells} />
            </div>
            <div className={styles['sum']}>{row.sum}</div>
          </li>
        ))}
      </ul>
      <div className={styles['legend']}>{legend}</div>
    </div>
  )
}
