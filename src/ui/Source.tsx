import styles from './Source.module.css'

interface Props {
  readonly children: string
}

/** “D6222-28-1”, “D. 6323-23”, “2019-1”: what a line would break at its hyphen. */
const NUMBER = /((?:\p{Lu}\.?[\u00a0 ]?)?\d+(?:-\d+)+)/u

/** Where a rule is written, its numbers in one piece each. */
export function Source({ children }: Props) {
  return children.split(NUMBER).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={at} className={styles['number']}>
        {part}
      </span>
    ),
  )
}
