import { appVersion } from './appVersion.ts'
import { Workbox } from 'workbox-window'
import { trustedScriptUrl } from './trustedScriptUrl.ts'
import { useUpdates } from './updates.ts'

/** How often a page that stays open asks for a new version, in ms. */
const CHECK_EVERY = 12 * 3_600_000

/**
 * Registers the service worker. A new version never reloads a page by itself. Only the tab in
 * which the person agreed is reloaded; the others are told.
 */
export function watchForUpdates(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const workbox = new Workbox(trustedScriptUrl('/sw.js'))
  let asked = false
  const reload = () => {
    location.reload()
  }

  workbox.addEventListener('waiting', () => {
    const take = () => {
      asked = true
      workbox.messageSkipWaiting()
    }
    useUpdates.setState({ take })
  })
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (asked) reload()
    else if (isUpdate) useUpdates.setState({ take: reload })
  })
  // A browser may keep no workers (private windows): the app then works with a network only.
  workbox.register().catch(() => undefined)
  setInterval(() => void workbox.update(), CHECK_EVERY)

  // An old tab asks for a part of the app that a newer version replaced: offered once, not in a loop.
  window.addEventListener('vite:preloadError', (event) => {
    if (sessionStorage.getItem('livret-reloaded') === appVersion) return
    event.preventDefault()
    sessionStorage.setItem('livret-reloaded', appVersion)
    useUpdates.setState({ take: reload })
  })
}
