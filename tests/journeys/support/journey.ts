import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { startLivret, type LivretServer } from './livretServer.ts'

export const phone = { width: 360, height: 740 }
export const desktop = { width: 1280, height: 800 }

interface Devices {
  /** A device of somebody: a browser profile of its own, on which that person has come in. */
  readonly deviceOf: (name: string, viewport?: typeof phone) => Promise<Device>
}

export interface Device {
  readonly page: Page
  readonly context: BrowserContext
}

/** A journey has a server with the demo, and fails when a page complains or breaks its policy. */
export const test = base.extend<Devices, { livret: LivretServer }>({
  livret: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures here
    async ({}, use) => {
      const server = await startLivret()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  deviceOf: async ({ browser, livret }, use) => {
    const complaints: string[] = []
    const contexts: BrowserContext[] = []
    await use(async (name, viewport = phone) => {
      const context = await browser.newContext({ viewport, baseURL: livret.url, locale: 'fr-FR' })
      contexts.push(context)
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`))
      page.on('console', (message) => {
        const text = message.text()
        if (/Content Security Policy|Trusted Type/iu.test(text)) complaints.push(`${name}: ${text}`)
      })
      await becomeInDemo(page, name)
      return { page, context }
    })
    for (const context of contexts) await context.close()
    expect(complaints).toEqual([])
  },
})

/** Comes in as one of the demo’s people, and waits until this device holds what it may see. */
export async function becomeInDemo(page: Page, name: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: new RegExp(`^${name}`, 'u') }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Moi' })).toBeVisible()
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

/** Nothing that axe knows to be a barrier: WCAG 2.2 AA and RGAA, target size included. */
export async function expectNoBarrier(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: {
        type: 'tag',
        values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice'],
      },
      rules: { 'target-size': { enabled: true } },
    })
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)
  expect(found).toEqual([])
}

/** Keeps a picture of the screen for people to look at: `pictures/<name>.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `pictures/${name}.png`, fullPage: false })
}

export { expect }
