import type { Member } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Hand, Undo2 } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import styles from './HandOver.module.css'
import { texts } from './texts.ts'

interface Props {
  /** Who should hold the device now. */
  readonly holder: string
  /** Whose device it is. */
  readonly owner: string
  /** Who answered just before, and passes the device on; `null`: its owner. */
  readonly before: string | null
  /** The holder has answered: nothing of theirs stays on the screen. */
  readonly done: boolean
  /** Who else is still asked, for the owner to go on with. */
  readonly others: readonly Member[]
  readonly onHandOver: (member: Member) => void
  /** What the owner can do at once, having the device again. */
  readonly ownAct?: ReactNode
  /** The device is with its owner again. */
  readonly onEnd: () => void
  /** What it is about: title of all that follows. */
  readonly subject: string
  /** What the holder reads and does. */
  readonly children: ReactNode
}

/**
 * The device in the hands of a person present: the whole screen is theirs, and the owner’s pages
 * behind it can be neither seen nor reached.
 */
export function HandOver(props: Props) {
  const { holder, owner, before, done, others, subject, ownAct, onHandOver, onEnd, children } =
    props
  const t = useTexts(texts)
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  // In a layout effect, because its end comes before the element leaves the page: only a dialog
  // that is still there gives the focus back to the button that opened it.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => {
      element?.close()
    }
  }, [])

  useEffect(() => {
    stayHere()
    window.addEventListener('popstate', stayHere)
    return () => {
      window.removeEventListener('popstate', stayHere)
    }
  }, [])

  // Another person, another page: read from its top.
  useEffect(() => {
    heading.current?.focus()
    if (dialog.current) dialog.current.scrollTop = 0
  }, [holder, done])

  return (
    <dialog
      ref={dialog}
      className={styles['screen']}
      aria-labelledby={id}
      onCancel={(event) => {
        // Escape would put the owner’s page into the hands of somebody else.
        event.preventDefault()
      }}
      onClose={(event) => {
        // A browser asks only once: a second Escape in a row closes it all the same.
        event.currentTarget.showModal()
        heading.current?.focus()
      }}
    >
      <div className={styles['page']}>
        {done ? (
          <div className={styles['thanks']}>
            <Hand aria-hidden="true" size={72} strokeWidth={1.5} className={styles['hand']} />
            <h1 id={id} ref={heading} tabIndex={-1}>
              {t.thanks} {t.giveBackTo(owner)}
            </h1>
            <div className={styles['choices']}>
              {others.map((member) => (
                <Button
                  key={member.personId}
                  onClick={() => {
                    onHandOver(member)
                  }}
                >
                  {t.handOver(member.name)}
                </Button>
              ))}
              {ownAct}
              <Button variant={ownAct === undefined ? 'primary' : 'quiet'} onClick={onEnd}>
                {t.takeBack(owner)}
              </Button>
            </div>
          </div>
        ) : (
          <>
            <header className={styles['head']}>
              <div>
                <h1 id={id} ref={heading} tabIndex={-1}>
                  {t.holder(holder)}
                </h1>
                <p>{before === null ? t.holderHint : t.passOn(before)}</p>
              </div>
              <Button
                size="small"
                variant="quiet"
                icon={<Undo2 aria-hidden="true" size={18} />}
                onClick={onEnd}
              >
                {t.giveBack(owner)}
              </Button>
            </header>
            <h2>{subject}</h2>
            {children}
          </>
        )}
      </div>
    </dialog>
  )
}

/** The Back button leads back to this very page, and not to the owner’s one before it. */
function stayHere(): void {
  const state = (window.history.state ?? {}) as { readonly handedOver?: boolean }
  if (!state.handedOver) window.history.pushState({ ...state, handedOver: true }, '')
}
