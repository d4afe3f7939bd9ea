import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import { clockOffset, shiftClock } from './clock.ts'
import { startLivret, type LivretServer } from './livretServer.ts'

export const phone = { width: 360, height: 740 }
export const desktop = { width: 1280, height: 800 }

export interface Device {
  readonly page: Page
  readonly context: BrowserContext
}

interface Devices {
  /** A browser profile of its own, on which nobody has come in yet. */
  readonly newDevice: (options?: BrowserContextOptions) => Promise<Device>
  /** A device of somebody: that person of the demo has come in. */
  readonly deviceOf: (name: string, options?: BrowserContextOptions) => Promise<Device>
  /** Watches a page for what no journey may see: an error of ours, a breach of the policy. */
  readonly watch: (page: Page, name: string) => void
}

/** A journey has a server with the demo, and fails when a page complains or breaks its policy. */
export const test = base.extend<Devices, { livret: LivretServer; story: string }>({
  /** A file with a story of its own has the demo for itself: nobody before or after sees its weeks. */
  story: ['shared', { option: true, scope: 'worker' }],

  livret: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures here
    async ({}, use) => {
      const server = await startLivret()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures here
  watch: async ({}, use) => {
    const complaints: string[] = []
    await use((page, name) => {
      page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`))
      page.on('console', (message) => {
        const text = message.text()
        if (/Content Security Policy|Trusted Type/iu.test(text)) complaints.push(`${name}: ${text}`)
      })
    })
    expect(complaints).toEqual([])
  },

  newDevice: async ({ browser, livret, watch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ viewport: phone, baseURL: livret.url, ...options })
      contexts.push(context)
      await context.addInitScript(shiftClock, clockOffset)
      const page = await context.newPage()
      watch(page, `device ${contexts.length}`)
      return { page, context }
    })
    for (const context of contexts) await context.close()
  },

  deviceOf: async ({ newDevice }, use) => {
    await use(async (name, options) => {
      const device = await newDevice(options)
      await becomeInDemo(device.page, name)
      return device
    })
  },
})

/** Comes in as one of the demo’s people, and waits until this device holds what it may see. */
export async function becomeInDemo(page: Page, name: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: new RegExp(`^${name}`, 'u') }).click()
  const tabs = page.getByRole('navigation').getByRole('link')
  await expect(tabs.filter({ hasText: 'Moi' })).toBeVisible()
  await expect(tabs).not.toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Waits until the worker has the whole app: from here on the page opens without a network. */
export async function readyOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.reload()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** The line that says where the words are: kept, waiting, sent. */
export const chip = (page: Page) => page.getByRole('banner').getByRole('button')

/** Everything written on this device has a receipt of the server. */
export async function expectSent(page: Page): Promise<void> {
  await expect(chip(page)).toHaveText(/^Envoyé à \d/u, { timeout: 60_000 })
}

/** Id of the logbook that an apprentice’s page shows, from its ribbon. */
export async function logbookOf(page: Page): Promise<string> {
  const href = await page.locator('a[href^="/livret/"]').first().getAttribute('href')
  return href?.split('/')[2] ?? ''
}

/** As long as somebody looks at what has moved before they touch it again. */
export const look = (page: Page) => page.waitForTimeout(1_000)

export const title = (page: Page) => page.getByRole('heading', { level: 1 })

export { expect, type Page }
