import styles from './Spinner.module.css'

/** Something is going on; `label` says what, and is read aloud. Without it: an ornament. */
export function Spinner({ label }: { readonly label?: string | undefined }) {
  const wheel = <span className={styles['wheel']} aria-hidden="true" />
  if (label === undefined) return wheel

  return (
    <span className={styles['spinner']} role="status">
      {wheel}
      {label}
    </span>
  )
}
