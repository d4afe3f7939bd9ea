import type { ReactNode } from 'react'
import styles from './DefinitionList.module.css'

interface Props {
  /** Terms are all different. */
  readonly items: readonly { readonly term: string; readonly description: ReactNode }[]
}

/** Facts: what it is called at the left, what it is at the right. */
export function DefinitionList({ items }: Props) {
  return (
    <dl className={styles['list']}>
      {items.map(({ term, description }) => (
        <div key={term} className={styles['item']}>
          <dt className={styles['term']}>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  )
}
