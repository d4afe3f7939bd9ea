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
  const look = () => {
    workbox.update().catch(() => undefined)
  }
  useUpdates.setState({ look })
  setInterval(look, CHECK_EVERY)

  // `loadPart` asks again by itself. Where that cannot help, a reload does: offered once, not in a loop.
  let misses = 0
  window.addEventListener('vite:preloadError', () => {
    misses += 1
    void isHelpedByReload(misses).then((helps) => {
      if (!helps || sessionStorage.getItem('livret-reloaded') === appVersion) return
      sessionStorage.setItem('livret-reloaded', appVersion)
      useUpdates.setState({ take: reload })
    })
  })
}

/** A browser that still says no to a part after so many tries has put its mind to it. */
const MISSES_MAX = 3

/**
 * Whether the page of the server, which can be reached, is another one than ours (a newer version
 * took the part away), or has been ours all the time. The worker’s copy is not asked.
 */
async function isHelpedByReload(misses: number): Promise<boolean> {
  const answer = await fetch('/index.html?fresh', { cache: 'no-store' }).catch(() => null)
  const page = answer?.ok ? await answer.text().catch(() => '') : ''
  const own = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? ''
  const isOurs = page.includes('id="root"')
  return isOurs && (!page.includes(new URL(own, location.href).pathname) || misses >= MISSES_MAX)
}
