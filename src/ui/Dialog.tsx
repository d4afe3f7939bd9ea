import { X } from 'lucide-react'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import styles from './Dialog.module.css'

interface Props {
  readonly open: boolean
  readonly title: string
  /** Asked for by the cross and by Escape; whoever opened it sets `open` to false. */
  readonly onClose: () => void
  readonly closeLabel: string
  readonly children: ReactNode
  /** Buttons that stay in sight below the rest. */
  readonly actions?: ReactNode
}

/** A native modal dialog: the page behind is inert, and gets its focus back at the end. */
export function Dialog({ open, title, onClose, closeLabel, children, actions }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  // In a layout effect, because its end comes before the element leaves the page: only a
  // dialog that is still in the page gives the focus back when it closes.
  useLayoutEffect(() => {
    const element = dialog.current
    if (!open || !element) return
    element.showModal()
    // The title first, so that the ear hears what opened; the first field is one Tab away.
    heading.current?.focus()
    return () => {
      element.close()
    }
  }, [open])

  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={id}
      onCancel={(event) => {
        // A file input inside says “cancel” too, and that one is not about the dialog.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onClose={(event) => {
        // A browser may close it without asking; then whoever opened it must hear of it.
        if (open && event.target === event.currentTarget) onClose()
      }}
    >
      {open && (
        <div className={styles['sheet']}>
          <div className={styles['head']}>
            <h2 id={id} ref={heading} tabIndex={-1} className={styles['title']}>
              {title}
            </h2>
            <button
              type="button"
              className={styles['close']}
              aria-label={closeLabel}
              onClick={onClose}
            >
              <X aria-hidden="true" size={22} />
            </button>
          </div>
          <div className={styles['body']}>{children}</div>
          {Boolean(actions) && <div className={styles['actions']}>{actions}</div>}
        </div>
      )}
    </dialog>
  )
}
