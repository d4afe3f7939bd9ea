import { useId, type ReactNode } from 'react'
import styles from './BarList.module.css'

/** How a part of a bar is drawn: told apart by its pattern, not by its colour alone. */
export type BarPattern = 'solid' | 'striped' | 'open'

interface BarPart {
  readonly pattern: BarPattern
  /** From 0 to 1, of the whole width. */
  readonly share: number
}

interface Props {
  /** What the bars are about, for the ear. */
  readonly label: string
  readonly bars: readonly {
    readonly key: string
    readonly label: ReactNode
    /** All that the bar shows, as text: nobody needs to see it. */
    readonly text: string
    readonly parts: readonly BarPart[]
  }[]
  /** What the patterns stand for, where there are several. */
  readonly legend?: readonly { readonly pattern: BarPattern; readonly label: string }[] | undefined
}

/** Amounts compared as bars, each with its words beside it. */
export function BarList({ label, bars, legend = [] }: Props) {
  return (
    <div className={styles['chart']}>
      <ul className={styles['bars']} aria-label={label}>
        {bars.map((bar) => (
          <li key={bar.key} className={styles['bar']}>
            <span className={styles['label']}>{bar.label}</span>
            <span className={styles['text']}>{bar.text}</span>
            <Track parts={bar.parts} />
          </li>
        ))}
      </ul>
      {legend.length > 0 && (
        <ul className={styles['legend']} aria-hidden="true">
          {legend.map(({ pattern, label: name }) => (
            <li key={pattern} className={styles['legendItem']}>
              <span className={styles['sample']}>
                <Track parts={[{ pattern, share: 1 }]} />
              </span>
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Track({ parts }: { readonly parts: readonly BarPart[] }) {
  const id = useId()
  const starts = parts.map((_, index) =>
    parts.slice(0, index).reduce((sum, { share }) => sum + share, 0),
  )
  return (
    <svg className={styles['track']} aria-hidden="true">
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
        <path className={styles['stripe']} d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" />
      </pattern>
      <rect className={styles['ground']} width="100%" height="100%" />
      {parts.map(({ pattern, share }, index) => {
        const place = {
          x: `${(starts[index] ?? 0) * 100}%`,
          width: `${share * 100}%`,
          height: '100%',
        }
        return (
          <g key={pattern}>
            <rect {...place} className={styles[pattern]} />
            {pattern === 'striped' && <rect {...place} fill={`url(#${id})`} />}
          </g>
        )
      })}
    </svg>
  )
}
