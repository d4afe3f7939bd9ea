/**
 * Keeps what has the focus in sight while the page grows or shrinks around it, and out from under
 * the bar that sticks to the bottom, however high that is (WCAG 2.2, 2.4.11). Who scrolls away from it
 * is left alone. Works until the function it gives is called.
 */
export function keepInSight(): () => void {
  /** What has the focus, as long as it is in sight. */
  let seen: Element | null = null
  let height = document.body.offsetHeight

  const note = () => {
    const { activeElement } = document
    seen = activeElement && isInWindow(activeElement) ? activeElement : null
  }
  // After the browser has scrolled by itself.
  const lookSoon = () =>
    requestAnimationFrame(() => {
      uncover()
      note()
    })
  const focused = () => {
    note()
    lookSoon()
  }
  const scrolled = () => {
    // Before what changed above it is reckoned with, nobody has scrolled.
    if (document.body.offsetHeight === height) note()
  }
  const resized = () => {
    height = document.body.offsetHeight
    // Browsers hold the place themselves, but not in the moment after they have scrolled.
    const { activeElement } = document
    if (activeElement === seen && activeElement?.matches(':focus-visible:not(textarea)'))
      bringBack(activeElement)
    lookSoon()
  }

  const grown = new ResizeObserver(resized)
  grown.observe(document.body)
  document.addEventListener('focusin', focused)
  document.addEventListener('scroll', scrolled, { passive: true })
  return () => {
    grown.disconnect()
    document.removeEventListener('focusin', focused)
    document.removeEventListener('scroll', scrolled)
  }
}

/** Whole pages and groups can take the focus too; of what is higher than the window one sees a part. */
function bringBack(element: Element): void {
  if (element.clientHeight < innerHeight) element.scrollIntoView({ block: 'nearest' })
}

function uncover(): void {
  const { activeElement } = document
  const bar = document.querySelector('main [data-action-bar]')
  // Of a high field browsers show the line that is written, and follow it.
  if (!bar || !activeElement?.matches(':focus-visible:not(textarea)')) return
  if (getComputedStyle(bar).position !== 'sticky') return
  // On the bar, or all that it stands in: neither is a thing that it could cover.
  if (bar.contains(activeElement) || activeElement.contains(bar)) return
  // A dialog lies over the bar, and the page behind it stays where it is.
  if (activeElement.closest('dialog')) return
  // What comes after the bar is never under it: the bar rests in its own place by then.
  if (isAfter(activeElement, bar)) return
  // A tick is drawn by its label.
  const { bottom } = (activeElement.closest('label') ?? activeElement).getBoundingClientRect()
  const covered = bottom - bar.getBoundingClientRect().top
  if (covered > 0) scrollBy(0, covered + ROOM)
}

/** Between what has the focus and the bar, in px. */
const ROOM = 12

const isInWindow = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

const isAfter = (element: Element, other: Element) =>
  (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
