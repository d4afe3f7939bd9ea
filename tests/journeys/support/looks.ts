import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { desktop, phone } from './journey.ts'

/** Nothing that axe knows to be a barrier: WCAG 2.2 AA and RGAA, target size included. */
export async function expectNoBarrier(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // We have no frames, for which it would open another page, and want no list of all that is well:
    // both together take three quarters of its time.
    .setLegacyMode(true)
    .options({
      resultTypes: ['violations'],
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

/** The narrowest phone, and a wide screen at 400 % (WCAG 2.2, 1.4.10). */
export const narrow = { width: 320, height: 640 }

/**
 * Two sizes and two themes of what is on the screen: a picture of each, and no barrier in the two
 * that between them have each size and each theme. Nothing moves where somebody asked for calm, every
 * thing to press is high enough for a thumb, and the narrowest phone is not pushed sideways.
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
    expect.soft(await page.evaluate(moving), name).toEqual([])
    expect.soft(await page.evaluate(lowTargets), name).toEqual([])
  }
  await page.setViewportSize(narrow)
  await picture(page, `${name}-narrow`)
  expect.soft(await widthOf(page), name).toBeLessThanOrEqual(narrow.width)
  await page.setViewportSize(phone)
}

/** How wide what is on the screen is, in px. */
export const widthOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth)

/** What moves. Runs in the page. */
function moving(): string[] {
  return document.getAnimations().flatMap(({ effect }) => {
    const lasts = Number(effect?.getComputedTiming().duration ?? 0) > 0
    const target = effect instanceof KeyframeEffect ? effect.target : null
    return lasts ? [target?.outerHTML.slice(0, 120) ?? 'a part of the page'] : []
  })
}

/**
 * What a thumb misses: things to press lower than 32 px, and the main acts lower than 48. A link in a
 * line of text is as high as its line. Runs in the page.
 */
function lowTargets(): string[] {
  const pressed = document.querySelectorAll<HTMLElement>('button, summary, input, select, a[href]')
  return [...pressed].flatMap((element) => {
    // A tick is pressed by its label, a row that is one link as a whole.
    const target = element.closest('label, li:has([data-step])') ?? element
    const { height } = target.getBoundingClientRect()
    const isInText = getComputedStyle(element).display === 'inline'
    const isUnseen = !element.checkVisibility() || height === 0
    const least = element.closest('[data-action-bar]') ? 48 : 32
    return isInText || isUnseen || height >= least
      ? []
      : [`${height}: ${element.outerHTML.slice(0, 120)}`]
  })
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
