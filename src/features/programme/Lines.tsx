import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import styles from './Lines.module.css'

/** Short lines of the programme under each other. They are all different. */
export function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={styles['lines']} lang={PROGRAMME_LANGUAGE}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
