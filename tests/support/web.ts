import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// A busy machine takes its time to write to a database; that is no failure.
configure({ asyncUtilTimeout: 20_000 })

// jsdom has no screen: no media query holds, unless a test says so (`aScreen`).
window.matchMedia = ((media: string) =>
  Object.assign(new EventTarget(), { media, matches: false })) as typeof window.matchMedia

// jsdom draws nothing, so nothing grows and there is nowhere to scroll to.
window.ResizeObserver = class {
  observe = () => undefined
  unobserve = () => undefined
  disconnect = () => undefined
}
Element.prototype.scrollIntoView = () => undefined

// jsdom knows <dialog>, not how to show it. As in browsers, the focus goes back to where it
// was, and only if the dialog is still in the page when it closes.
const before = new WeakMap<HTMLDialogElement, Element | null>()

HTMLDialogElement.prototype.showModal = function showModal() {
  before.set(this, document.activeElement)
  this.open = true
}

HTMLDialogElement.prototype.close = function close() {
  if (!this.open) return
  this.open = false
  const opener = before.get(this)
  if (this.isConnected && opener instanceof HTMLElement) opener.focus()
  queueMicrotask(() => this.dispatchEvent(new Event('close')))
}
