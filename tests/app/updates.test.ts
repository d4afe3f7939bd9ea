// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

type Listener = (event: { isUpdate?: boolean }) => void

/** What each tab listens to in the window that all tests share. */
const listened: EventListener[] = []

beforeEach(() => {
  const listen = window.addEventListener.bind(window)
  vi.spyOn(window, 'addEventListener').mockImplementation((type: string, listener: unknown) => {
    listened.push(listener as EventListener)
    listen(type, listener as EventListener)
  })
  vi.resetModules()
  vi.useFakeTimers()
  vi.stubEnv('PROD', true)
  sessionStorage.clear()
})

afterEach(() => {
  for (const each of listened.splice(0)) window.removeEventListener('vite:preloadError', each)
  vi.restoreAllMocks()
  vi.useRealTimers()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.doUnmock('workbox-window')
  Reflect.deleteProperty(navigator, 'serviceWorker')
})

/** A tab of the built app, and what its service worker tells it. */
async function aTab() {
  const listeners = new Map<string, Listener>()
  const calls: string[] = []
  Object.defineProperty(navigator, 'serviceWorker', { value: {}, configurable: true })
  vi.stubGlobal('location', {
    href: location.href,
    origin: location.origin,
    reload: () => calls.push('reload'),
  })
  class Workbox {
    addEventListener = (type: string, listener: Listener) => {
      listeners.set(type, listener)
    }
    register = () => Promise.resolve(calls.push('register'))
    update = () => Promise.resolve(calls.push('update'))
    messageSkipWaiting = () => calls.push('skip waiting')
  }
  vi.doMock('workbox-window', () => ({ Workbox }))
  const { watchForUpdates } = await import('#app/watchForUpdates.ts')
  const { useUpdates } = await import('#app/updates.ts')
  watchForUpdates()
  return {
    calls,
    hear: (type: 'waiting' | 'controlling', isUpdate = true) => {
      listeners.get(type)?.({ isUpdate })
    },
    /** What the person is offered. */
    offered: () => useUpdates.getState().take,
    look: () => {
      useUpdates.getState().look()
    },
  }
}

describe('a new version', () => {
  it('never reloads the tab of somebody who did not agree, whatever other tabs do', async () => {
    const tab = await aTab()
    tab.hear('waiting')
    expect(tab.offered()).not.toBeNull()
    tab.hear('controlling')
    tab.hear('controlling')

    expect(tab.calls).toEqual(['register'])
    expect(tab.offered()).not.toBeNull()
  })

  it('is taken when the person says so: this tab is reloaded once it is there, not before', async () => {
    const tab = await aTab()
    tab.hear('waiting')
    tab.offered()?.()
    expect(tab.calls).toEqual(['register', 'skip waiting'])
    tab.hear('controlling')
    expect(tab.calls).toEqual(['register', 'skip waiting', 'reload'])
  })

  it('that another tab took is opened in this one when its person agrees', async () => {
    const tab = await aTab()
    tab.hear('controlling')
    expect(tab.calls).toEqual(['register'])
    tab.offered()?.()
    expect(tab.calls).toEqual(['register', 'reload'])
  })

  it('the very first one is no update: nobody is told anything', async () => {
    const tab = await aTab()
    tab.hear('controlling', false)
    expect(tab.offered()).toBeNull()
    expect(tab.calls).toEqual(['register'])
  })

  it('is looked for twice a day in a page that stays open', async () => {
    const tab = await aTab()
    vi.advanceTimersByTime(24 * 3_600_000)
    expect(tab.calls).toEqual(['register', 'update', 'update'])
  })

  it('is looked for at once when somebody has to have it', async () => {
    const tab = await aTab()
    tab.look()
    expect(tab.calls).toEqual(['register', 'update'])
  })

  it('is not there while the app is developed', async () => {
    vi.stubEnv('PROD', false)
    expect((await aTab()).calls).toEqual([])
  })
})

describe('a part of the app that cannot be had', () => {
  const pageOf = (script: string) =>
    `<div id="root"></div><script type="module" src="/assets/${script}.js"></script>`
  const own = document.createElement('script')
  own.type = 'module'
  own.src = '/assets/index-1.js'

  beforeEach(() => {
    document.head.append(own)
  })
  afterEach(() => {
    own.remove()
  })

  /** One miss, while the server answers with `page`; `null`: nothing answers. */
  const miss = async (page: string | null) => {
    vi.stubGlobal('fetch', () =>
      page === null
        ? Promise.reject(new TypeError('offline'))
        : Promise.resolve(new Response(page)),
    )
    const event = new Event('vite:preloadError', { cancelable: true })
    window.dispatchEvent(event)
    await vi.advanceTimersByTimeAsync(0)
    // Whoever asked for it hears of it, and asks again.
    expect(event.defaultPrevented).toBe(false)
  }

  it('because a newer version replaced it: said once, without a reload under the person’s hands', async () => {
    const tab = await aTab()
    await miss(pageOf('index-2'))
    expect(tab.offered()).not.toBeNull()
    expect(tab.calls).toEqual(['register'])

    vi.resetModules()
    const next = await aTab()
    await miss(pageOf('index-2'))
    expect(next.offered()).toBeNull()
  })

  it.each([
    ['there is no network', null],
    ['a hotel answers', '<h1>Bienvenue au Wi-Fi</h1>'],
    ['it was a bad moment', pageOf('index-1')],
  ])('because %s: nobody is told of a new version', async (_, page) => {
    const tab = await aTab()
    await miss(page)
    await miss(page)
    expect(tab.offered()).toBeNull()
  })

  it('although the server has it: a reload helps browsers that do not ask again', async () => {
    const tab = await aTab()
    for (const _ of [1, 2, 3]) await miss(pageOf('index-1'))
    expect(tab.offered()).not.toBeNull()
  })
})
