import styles from './LevelChart.module.css'

/** Told apart by the sign and the stroke, not by the colour. */
const signs = ['circle', 'square', 'triangle'] as const

interface Point {
  /** From 0 (left) to 1 (right). */
  readonly at: number
  /** Index of the step it stands on. */
  readonly step: number
}

interface Props {
  /** Says in a sentence what there is to see; the same as a table stands beside it. */
  readonly label: string
  /** From the bottom to the top. */
  readonly steps: readonly string[]
  /** Up to three. Points in the order of time. */
  readonly series: readonly { readonly label: string; readonly points: readonly Point[] }[]
  /** Under the chart, at the left and at the right. */
  readonly from: string
  readonly until: string
}

/** Height of one step, in CSS pixels: a line of small text. */
const STEP = 30
/** Room for a sign at the edges, in CSS pixels. */
const EDGE = 12

/** How several things went up and down over time, on a few named steps. */
export function LevelChart({ label, steps, series, from, until }: Props) {
  const height = (steps.length - 1) * STEP + 2 * EDGE
  const y = (step: number) => EDGE + (steps.length - 1 - step) * STEP
  // Series on the same step stand a little apart, so that none hides another.
  const apart = (index: number) => (index - (series.length - 1) / 2) * 5
  const x = (at: number) => `${3 + at * 94}%`

  return (
    <figure className={styles['figure']}>
      <div className={styles['chart']} role="img" aria-label={label}>
        <ol className={styles['steps']} aria-hidden="true">
          {steps.toReversed().map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className={styles['plot']}>
          <svg className={styles['lines']} width="100%" height={height} aria-hidden="true">
            {steps.map((step, index) => (
              <line
                key={step}
                className={styles['rule']}
                x1="0"
                x2="100%"
                y1={y(index)}
                y2={y(index)}
              />
            ))}
            {series.map(({ label: name, points }, index) => (
              <g key={name} className={styles[`series${index}`]}>
                {points.slice(1).map((point, before) => {
                  const last = points[before] ?? point
                  return (
                    <line
                      key={before}
                      className={styles['stroke']}
                      x1={x(last.at)}
                      y1={y(last.step) + apart(index)}
                      x2={x(point.at)}
                      y2={y(point.step) + apart(index)}
                    />
                  )
                })}
                {points.map((point, nth) => (
                  <svg
                    key={nth}
                    x={x(point.at)}
                    y={y(point.step) + apart(index)}
                    className={styles['sign']}
                  >
                    <Sign sign={signs[index] ?? 'circle'} />
                  </svg>
                ))}
              </g>
            ))}
          </svg>
          <div className={styles['ends']} aria-hidden="true">
            <span>{from}</span>
            <span>{until}</span>
          </div>
        </div>
      </div>
      <figcaption>
        <ul className={styles['legend']}>
          {series.map(({ label: name }, index) => (
            <li key={name} className={styles['legendItem']}>
              <svg className={styles['sample']} viewBox="-16 -8 32 16" aria-hidden="true">
                <g className={styles[`series${index}`]}>
                  <line className={styles['stroke']} x1="-16" x2="16" y1="0" y2="0" />
                  <Sign sign={signs[index] ?? 'circle'} />
                </g>
              </svg>
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

function Sign({ sign }: { readonly sign: (typeof signs)[number] }) {
  if (sign === 'circle') return <circle className={styles['mark']} r="5.5" />
  if (sign === 'square') {
    return <rect className={styles['mark']} x="-5" y="-5" width="10" height="10" />
  }
  return <path className={styles['mark']} d="M0-6.5 6.5 5.5h-13z" />
}
