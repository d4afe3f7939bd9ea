import { expect, type BrowserContext, type Page } from '@playwright/test'
import { phone } from './journey.ts'
import { narrow, picture, widthOf } from './looks.ts'

const LARGE = 'html { font-size: 200% }'

/** What people set for themselves in their browser, as style sheets (WCAG 2.2, 1.4.4 and 1.4.12). */
const settings = [
  ['twice as large', LARGE],
  [
    'spaced out',
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
         word-spacing: 0.16em !important }
     p { margin-block-end: 2em !important }`,
  ],
] as const

/** Who reads large or spaced text finds every word, and pushes nothing sideways. */
export async function expectOwnTextFits(page: Page, name: string): Promise<void> {
  for (const [setting, content] of settings) {
    await page.evaluate(wear, content)
    await picture(page, `${name}-${setting.replaceAll(' ', '-')}`)
    expect.soft(await widthOf(page), `${name}, ${setting}`).toBeLessThanOrEqual(phone.width)
    expect.soft(await page.evaluate(clippedTexts), `${name}, ${setting}`).toEqual([])
  }
  await page.evaluate(wear, LARGE)
  await expectBarsGiveWay(page, narrow, name)
  await page.evaluate(wear, '')
}

/** On a phone held across, or with its keyboard open, bars leave room to read. */
export async function expectRoomToRead(page: Page, name: string): Promise<void> {
  const across = { width: 640, height: 256 }
  await page.setViewportSize(across)
  expect.soft(await widthOf(page), name).toBeLessThanOrEqual(across.width)
  await expectBarsGiveWay(page, across, name)
}

/** What stays while one scrolls leaves half of the window. */
async function expectBarsGiveWay(page: Page, size: typeof phone, name: string): Promise<void> {
  await page.setViewportSize(size)
  await expect
    .poll(() => page.evaluate(heightOfBars), { message: name, timeout: 5_000 })
    .toBeLessThanOrEqual(size.height / 2)
  await page.setViewportSize(phone)
}

/** In the colours of a contrast theme every thing to press still has its edge. */
export async function expectEdges(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' })
  await picture(page, `${name}-forced-colours`)
  expect.soft(await page.evaluate(edgeless), name).toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
}

/** Text twice as large on every page of this device, as people set it in their browser. */
export async function readLarge(context: BrowserContext): Promise<void> {
  await context.addInitScript(wear, LARGE)
}

/** Puts one style sheet over those of the page, as a browser does. Runs in the page. */
function wear(content: string): void {
  const own = new CSSStyleSheet()
  own.replaceSync(content)
  document.adoptedStyleSheets = [own]
}

/** Texts of which a part cannot be seen. Runs in the page. */
function clippedTexts(): string[] {
  const ownText = (element: Element) =>
    [...element.childNodes]
      .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : []))
      .join('')
      .trim()
  return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    const text = ownText(element)
    const { overflowX, overflowY, clipPath } = getComputedStyle(element)
    // For who hears it only.
    const isUnseen = clipPath !== 'none' || element.closest('[aria-hidden="true"]') !== null
    if (text === '' || isUnseen || element.clientHeight === 0) return []
    const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
    const isCut =
      (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1)
    return isCut ? [text] : []
  })
}

/** How much of the window is covered by what stays while one scrolls, in px. Runs in the page. */
function heightOfBars(): number {
  const bars = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    const { position, bottom, top } = getComputedStyle(element)
    const { height, width } = element.getBoundingClientRect()
    const isWide = width > innerWidth / 2 && height > 0
    return (
      isWide &&
      (position === 'fixed' || (position === 'sticky' && `${top}${bottom}` !== 'autoauto'))
    )
  })
  // Of a bar that goes on below the edge of the window, and of what waits above it, the part within.
  return bars.reduce((sum, bar) => {
    const { bottom, top } = bar.getBoundingClientRect()
    return sum + Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0))
  }, 0)
}

/** Buttons and fields without a border or an outline. Runs in the page. */
function edgeless(): string[] {
  const pressed = document.querySelectorAll<HTMLElement>(
    'main button, main input, main select, main textarea',
  )
  return [...pressed].flatMap((element) => {
    // What is drawn by its label has the label’s edge.
    const isDrawn = getComputedStyle(element).opacity !== '0'
    const drawn = isDrawn ? element : (element.closest('label') ?? element)
    const { borderTopWidth, borderTopStyle, textDecorationLine } = getComputedStyle(drawn)
    const hasEdge = borderTopStyle !== 'none' && borderTopWidth !== '0px'
    // A quiet button is underlined like a link.
    return hasEdge || textDecorationLine === 'underline' ? [] : [element.outerHTML.slice(0, 120)]
  })
}
