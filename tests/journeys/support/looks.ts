import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { desktop, phone } from './journey.ts'

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

/** Keeps a picture of the screen for people to look at, where a run is for that: `pictures/<name>.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['LIVRET_PICTURES'] !== undefined)
    await page.screenshot({ path: `pictures/${name}.png` })
}

const keepsPictures = process.env['LIVRET_PICTURES'] !== undefined

const looks = [
  { size: 'phone', viewport: phone, colorScheme: 'light', isSearched: true },
  { size: 'phone', viewport: phone, colorScheme: 'dark', isSearched: false },
  { size: 'desktop', viewport: desktop, colorScheme: 'dark', isSearched: true },
  { size: 'desktop', viewport: desktop, colorScheme: 'light', isSearched: false },
] as const

/**
 * Two sizes and two themes of what is on the screen: a picture of each, and no barrier in the two
 * that between them have each size and each theme.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const { size, viewport, colorScheme, isSearched } of looks) {
    if (!isSearched && !keepsPictures) continue
    await page.setViewportSize(viewport)
    // A stamp that is being pressed is not yet what people read.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await picture(page, `${name}-${size}-${colorScheme}`)
    if (!isSearched) continue
    // Seen whole, so that what a bar covers until one scrolls counts with its own size.
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ ...viewport, height: Math.max(viewport.height, height + 200) })
    await expectNoBarrier(page)
  }
  await page.setViewportSize(phone)
}

/** Counts what a thumb does. */
export function createThumb() {
  let taps = 0
  return {
    tap: async (target: Locator) => {
      taps += 1
      await target.click()
    },
    taps: () => taps,
  }
}
