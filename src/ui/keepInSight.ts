/**
 * Keeps what has the focus out from under the bar that sticks to the bottom, however high it is, also
 * where the page grows above it (WCAG 2.2, 2.4.11). Works until the function it gives is called.
 */
export function keepInSight(): () => void {
  const look = () => {
    const { activeElement } = document
    const bar = document.querySelector('main [data-action-bar]')
    // Of a high field browsers show the line that is written, and follow it.
    if (!bar || !activeElement?.matches(':focus-visible:not(textarea)')) return
    if (bar.contains(activeElement) || getComputedStyle(bar).position !== 'sticky') return
    // What comes after the bar is never under it: the bar rests in its own place by then.
    if (isAfter(activeElement, bar)) return
    // A tick is drawn by its label.
    const { bottom } = (activeElement.closest('label') ?? activeElement).getBoundingClientRect()
    const covered = bottom - bar.getBoundingClientRect().top
    if (covered > 0) scrollBy(0, covered + ROOM)
  }
  // After the browser has scrolled by itself.
  const lookSoon = () => requestAnimationFrame(look)
  const grown = new ResizeObserver(lookSoon)
  grown.observe(document.body)
  document.addEventListener('focusin', lookSoon)
  return () => {
    grown.disconnect()
    document.removeEventListener('focusin', lookSoon)
  }
}

/** Between what has the focus and the bar, in px. */
const ROOM = 12

const isAfter = (element: Element, other: Element) =>
  (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
