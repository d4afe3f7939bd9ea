import styles from './StepChart.module.css'

/** A value that holds for a while. */
export interface ChartStep {
  /** On the axis of `from` and `until`. */
  readonly from: number
  readonly until: number
  readonly value: number
}

interface Props {
  /** What the picture shows, in a sentence; the same in numbers has to stand beside it. */
  readonly label: string
  /** In order, without a gap. Each bears its number, from 1. */
  readonly steps: readonly ChartStep[]
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
  readonly formatValue: (value: number) => string
  /** Where we are now, if it is on the axis. */
  readonly now?: { readonly at: number; readonly label: string } | undefined
}

const WIDTH = 360
const HEIGHT = 230
const LEFT = 54
const RIGHT = 350
const TOP = 34
const BOTTOM = 196
const BADGE = 9

/** Stairs over time: each step has a number, so that it is told apart without colours. */
export function StepChart({ label, steps, ticks, formatValue, now }: Props) {
  const start = steps[0]?.from ?? 0
  const end = steps.at(-1)?.until ?? 1
  const marks = valueMarks(Math.max(...steps.map(({ value }) => value), 1))
  const top = marks.at(-1) ?? 1
  const x = (at: number) => round(LEFT + ((at - start) / Math.max(end - start, 1)) * (RIGHT - LEFT))
  const y = (value: number) => round(BOTTOM - (value / top) * (BOTTOM - TOP))

  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      {marks.map((value) => (
        <g key={value}>
          <path className={styles['rule']} d={`M${LEFT} ${y(value)}H${RIGHT}`} />
          <text className={styles['value']} x={LEFT - 6} y={y(value) + 4} textAnchor="end">
            {formatValue(value)}
          </text>
        </g>
      ))}
      {ticks.map(({ at, label: name }) => (
        <g key={at}>
          <path className={styles['tick']} d={`M${x(at)} ${BOTTOM}v5`} />
          <text className={styles['value']} x={x(at)} y={BOTTOM + 19} textAnchor={anchorAt(x(at))}>
            {name}
          </text>
        </g>
      ))}
      <path className={styles['area']} d={`${stairs(steps, x, y)}V${BOTTOM}H${LEFT}Z`} />
      <path className={styles['line']} d={stairs(steps, x, y)} />
      {now && (
        <g>
          <path className={styles['now']} d={`M${x(now.at)} ${TOP - 12}V${BOTTOM}`} />
          <text
            className={styles['nowLabel']}
            x={x(now.at)}
            y={12}
            textAnchor={anchorAt(x(now.at))}
          >
            {now.label}
          </text>
        </g>
      )}
      {steps.map(({ from, until, value }, index) => {
        const middle = round((x(from) + x(until)) / 2)
        return (
          <g key={from}>
            <circle className={styles['badge']} cx={middle} cy={y(value)} r={BADGE} />
            <text className={styles['number']} x={middle} y={y(value) + 4} textAnchor="middle">
              {index + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

const round = (number: number) => Math.round(number * 10) / 10

/** A label at an edge of the picture stays within it. */
const anchorAt = (x: number) => (x > RIGHT - 30 ? 'end' : x < LEFT + 30 ? 'start' : 'middle')

const stairs = (
  steps: readonly ChartStep[],
  x: (at: number) => number,
  y: (value: number) => number,
): string =>
  steps
    .map(({ from, until, value }, index) => {
      const begin = index === 0 ? `M${x(from)} ${y(value)}` : `V${y(value)}`
      return `${begin}H${x(until)}`
    })
    .join('')

/** Round numbers from 0 to above `most`, four or five of them. */
function valueMarks(most: number): number[] {
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step)
}
