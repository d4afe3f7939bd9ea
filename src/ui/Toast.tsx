import type { ReactNode } from 'react'
import styles from './Toast.module.css'

interface Props {
  /** `null`: nothing to say. Keep it rendered, so that the next message is heard. */
  readonly children: ReactNode
  /** One `Button`, as “Annuler”. */
  readonly action?: ReactNode
}

/** Says over the page what just happened. Whoever shows it takes it away, not too soon. */
export function Toast({ children, action }: Props) {
  const shown = children !== null && children !== undefined && children !== false

  return (
    <div className={styles['place']}>
      <div role="status">
        {shown && (
          <div className={styles['toast']}>
            <span className={styles['text']}>{children}</span>
            {action}
          </div>
        )}
      </div>
    </div>
  )
}
