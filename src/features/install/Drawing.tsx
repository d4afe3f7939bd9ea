import styles from './Drawing.module.css'

/** Where to tap, and what is seen there. */
export interface Target {
  readonly x: 'left' | 'middle' | 'right'
  readonly y: 'top' | 'row' | 'bottom'
  readonly sign: 'share' | 'dots' | 'plus' | 'done'
}

const across = { left: 24, middle: 56, right: 88 }
const down = { top: 22, row: 104, bottom: 148 }
const signs = {
  share: 'M0 3V-7M-4-4L0-8L4-4M-4-1H-6V8H6V-1H4',
  dots: 'M-5 0h.01M0 0h.01M5 0h.01',
  plus: 'M-6-6H6V6H-6ZM0-3V3M-3 0H3',
  done: 'M-5 0L-1 4L6-4',
}

/** A phone, and the place to tap on it. For the eye only: the sentence beside it says the same. */
export function Drawing({ x, y, sign }: Target) {
  return (
    <svg viewBox="0 0 112 170" className={styles['drawing']} aria-hidden="true" focusable="false">
      <rect x="4" y="4" width="104" height="162" rx="14" className={styles['frame']} />
      <rect x="5" y="5" width="102" height="34" rx="13" className={styles['faint']} />
      <rect x="5" y="131" width="102" height="34" rx="13" className={styles['faint']} />
      <path d="M20 58H92M20 74H76M20 90H84M20 118H70" className={styles['line']} />
      <g transform={`translate(${across[x]} ${down[y]})`}>
        <circle r="20" className={styles['finger']} />
        <circle r="14" className={styles['mark']} />
        <path d={signs[sign]} className={styles['sign']} />
      </g>
    </svg>
  )
}
