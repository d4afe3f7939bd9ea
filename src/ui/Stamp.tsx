import type { ReactNode } from 'react'
import { Disclosure } from './Disclosure.tsx'
import styles from './Stamp.module.css'
import { useTexts } from './texts.tsx'

interface Props {
  /** What the stamp says: one or two words. */
  readonly label: string
  readonly name: string
  readonly when: ReactNode
  /** What is behind it, one tap away. */
  readonly detail?: ReactNode
  /** Names the tap: “Voir la preuve” unless told otherwise. */
  readonly detailLabel?: string | undefined
}

/** The rubber stamp on what somebody put his name to: who and when, in plain text. */
export function Stamp({ label, name, when, detail, detailLabel }: Props) {
  const t = useTexts(texts)

  return (
    <div className={styles['stamp']}>
      <div className={styles['print']}>
        <svg className={styles['seal']} viewBox="0 0 64 64" aria-hidden="true">
          <circle className={styles['ring']} cx="32" cy="32" r="29" />
          <circle className={styles['teeth']} cx="32" cy="32" r="24" />
          <path className={styles['tick']} d="m21 33 8 8 15-17" />
        </svg>
        <div className={styles['label']}>{label}</div>
        <div className={styles['name']}>{name}</div>
        <div className={styles['when']}>{when}</div>
      </div>
      {Boolean(detail) && <Disclosure summary={detailLabel ?? t.detail}>{detail}</Disclosure>}
    </div>
  )
}

const texts = { fr: { detail: 'Voir la preuve' }, en: { detail: 'See the evidence' } }
