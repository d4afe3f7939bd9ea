import type { ReactNode } from 'react'
import styles from './ActionBar.module.css'

/**
 * What there is to do on this screen, under the thumb: sticks to the bottom on phones.
 * Goes last inside `Page`, outside any card.
 */
export function ActionBar({ children }: { readonly children: ReactNode }) {
  return (
    <div ref={giveWay} className={styles['bar']} data-action-bar>
      {children}
    </div>
  )
}

/** What would take more than half of the window, with the tabs below it, rests at the end of the page. */
function giveWay(bar: HTMLElement | null): (() => void) | undefined {
  if (!bar) return undefined
  const measured = new ResizeObserver(() => {
    const tabs = parseFloat(getComputedStyle(bar).bottom)
    bar.toggleAttribute('data-high', bar.offsetHeight + tabs > innerHeight / 2)
  })
  measured.observe(bar)
  return () => {
    measured.disconnect()
  }
}
