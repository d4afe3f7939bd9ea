import styles from './Pips.module.css'

interface Props {
  /** From 0 to `of`. */
  readonly value: number
  readonly of: number
}

/** How far something is, as filled squares in a row. Only for the eye: write it too. */
export function Pips({ value, of }: Props) {
  return (
    <svg className={styles['pips']} viewBox={`0 0 ${of * 13} 12`} aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <rect
          key={index}
          className={index < value ? styles['full'] : styles['empty']}
          x={index * 13 + 1}
          y="1"
          width="10"
          height="10"
          rx="2"
        />
      ))}
    </svg>
  )
}
