import { Workbox } from 'workbox-window'
import { create } from 'zustand'
import { trustedScriptUrl } from './trustedScriptUrl.ts'

export interface Updates {
  /** A new version of the app waits; it takes over when the person says so, or at the next start. */
  readonly ready: boolean
  /** Another tab took the new version: this one should be opened anew when its person is done. */
  readonly replaced: boolean
}

export const useUpdates = create<Updates>(() => ({ ready: false, replaced: false }))

/** How often a page that stays open asks for a new version, in ms. */
const CHECK_EVERY = 12 * 3_600_000

let workbox: Workbox | null = null
let asked = false

/**
 * Registers the service worker. A new version never reloads a page by itself: somebody may be
 * writing in it. Only the tab in which the person agreed is reloaded; the others are told.
 */
export function watchForUpdates(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const own = new Workbox(trustedScriptUrl('/sw.js'))
  workbox = own
  own.addEventListener('waiting', () => {
    useUpdates.setState({ ready: true })
  })
  own.addEventListener('controlling', ({ isUpdate }) => {
    if (asked) location.reload()
    else if (isUpdate) useUpdates.setState({ replaced: true })
  })
  void own.register()
  setInterval(() => void own.update(), CHECK_EVERY)

  // An old tab asks for a part of the app that a newer version replaced: once, and only once.
  window.addEventListener('vite:preloadError', (event) => {
    if (sessionStorage.getItem('livret-reloaded') === __APP_VERSION__) return
    event.preventDefault()
    sessionStorage.setItem('livret-reloaded', __APP_VERSION__)
    useUpdates.setState({ replaced: true })
  })
}

/** The person agreed: takes the new version and opens this page anew. */
export function takeUpdate(): void {
  asked = true
  if (useUpdates.getState().replaced) location.reload()
  else workbox?.messageSkipWaiting()
}
