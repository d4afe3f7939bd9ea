import { useEffect, useRef } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'

/**
 * Keeps the keyboard and the ear where things happen. When what had the focus leaves the page
 * with what was done, browsers forget the place: the focus goes on at the group or under the
 * title where it was. When another page opens, it begins at that page’s title. Shows nothing; one is
 * enough for the whole app.
 */
export function KeptFocus(): null {
  const { key } = useLocation()
  const isBack = useNavigationType() === NavigationType.Pop
  const opened = useRef(key)
  /** What has the focus, and all around it, innermost first. */
  const place = useRef<readonly Element[]>([])

  useEffect(() => {
    const remember = () => {
      place.current = [...aroundOf(document.activeElement)]
    }
    const goOn = () => {
      const [lost] = place.current
      if (lost?.isConnected !== false) return
      const target = land(place.current)
      // It may be screens away. A page just opened stays where it is, and so it does under a finger.
      if (lost === beforePage || !target?.matches(':focus-visible')) return
      target.scrollIntoView({ block: 'nearest' })
    }
    document.addEventListener('focusin', remember)
    const observer = new MutationObserver(goOn)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
    }
  }, [])

  useEffect(() => {
    if (key === opened.current) return
    opened.current = key
    // What is modal has the focus, and keeps it.
    if (document.querySelector('dialog[open]')) return
    if (!isBack) document.documentElement.scrollTop = 0
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    // A page that still loads has no title yet: it gets the focus with its first change.
    place.current = [beforePage, document.body]
    land(place.current)
  }, [key, isBack])

  return null
}

/** Stands for what had the focus before a page was opened. */
const beforePage = document.createElement('i')

function* aroundOf(element: Element | null): Generator<Element> {
  for (let each = element; each; each = each.parentElement) yield each
}

/** Gives the focus to the nearest place that takes it, without moving the page, and tells which. */
function land(around: readonly Element[]): HTMLElement | undefined {
  let inner: Element | null = null
  for (const each of around) {
    if (!each.isConnected) continue
    for (const target of inner ? above(inner, each) : within(each)) {
      if (!target.hasAttribute('tabindex') && target.tagName !== 'SUMMARY') target.tabIndex = -1
      target.focus({ preventScroll: true })
      if (document.activeElement === target) return target
    }
    inner = each
  }
  return undefined
}

const headings = (around: Element, selector = 'h1, h2, h3, h4') => [
  ...around.querySelectorAll<HTMLElement>(selector),
]

/** What was in `place` is another thing now: its title. What was chosen from a list comes first. */
const within = (place: Element) => [
  ...frames(place),
  ...headings(place, '[data-detail] :is(h2, h3)'),
  ...headings(place, 'h1'),
  ...headings(place),
]

/** The last title before `inner`, which is still there. */
const above = (inner: Element, place: Element) => [
  ...frames(place),
  ...headings(place)
    .filter((each) => each.compareDocumentPosition(inner) & Node.DOCUMENT_POSITION_FOLLOWING)
    .reverse(),
]

function frames(place: Element): HTMLElement[] {
  const frame = place.matches('details') ? place.querySelector('summary') : place
  return frame?.matches('summary, fieldset, [role="group"]') ? [frame as HTMLElement] : []
}
