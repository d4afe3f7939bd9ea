import { becomeInDemo, expect, test } from './support/journey.ts'
import { picture } from './support/looks.ts'
import { logbookIdOf, openScreen, screens, widthOf } from './support/screens.ts'

/** What people set for themselves in their browser, as style sheets (WCAG 2.2, 1.4.4 and 1.4.12). */
const settings = [
  ['twice as large', 'html { font-size: 200% }'],
  [
    'spaced out',
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
         word-spacing: 0.16em !important }
     p { margin-block-end: 2em !important }`,
  ],
] as const

const WIDTH = 360

for (const { who, pages } of screens) {
  const names = pages.map(([name]) => name).join(', ')

  test(`who reads large or spaced text finds every word, and pushes nothing sideways: ${names}`, async ({
    newDevice,
  }) => {
    test.slow()
    // A person’s own style sheet is not bound by the policy of the page.
    const { page } = await newDevice({ viewport: { width: WIDTH, height: 740 }, bypassCSP: true })
    await becomeInDemo(page, who)
    const id = await logbookIdOf(page)
    for (const [name, path] of pages) {
      await openScreen(page, path.replace(':id', id))
      for (const [setting, content] of settings) {
        const style = await page.addStyleTag({ content })
        await picture(page, `${name}-${setting.replaceAll(' ', '-')}`)
        expect.soft(await widthOf(page), `${name}, ${setting}`).toBeLessThanOrEqual(WIDTH)
        expect.soft(await page.evaluate(clippedTexts), `${name}, ${setting}`).toEqual([])
        await style.evaluate((element) => {
          element.parentNode?.removeChild(element)
        })
      }
      // A phone held across, or with a keyboard open: bars leave room to read.
      await page.setViewportSize({ width: 640, height: 256 })
      expect.soft(await page.evaluate(heightOfBars), name).toBeLessThanOrEqual(128)
      await page.setViewportSize({ width: WIDTH, height: 740 })
    }
  })
}

test('in the colours of a contrast theme every thing to press still has its edge', async ({
  newDevice,
}) => {
  const { page } = await newDevice()
  await page.emulateMedia({ forcedColors: 'active' })
  await openScreen(page, '/ui')
  await picture(page, 'pieces-forced-colours')
  expect(await page.evaluate(edgeless)).toEqual([])
})

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
  return bars.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0)
}

/** Buttons and fields without a border or an outline. Runs in the page. */
function edgeless(): string[] {
  const pressed = document.querySelectorAll<HTMLElement>('main button, main input, main textarea')
  return [...pressed].flatMap((element) => {
    const { borderTopWidth, borderTopStyle, textDecorationLine, opacity } =
      getComputedStyle(element)
    const hasEdge = borderTopStyle !== 'none' && borderTopWidth !== '0px'
    // A quiet button is underlined like a link; a tick that is drawn by its label has the label’s.
    const isDrawnElsewhere = textDecorationLine === 'underline' || opacity === '0'
    return hasEdge || isDrawnElsewhere ? [] : [element.outerHTML.slice(0, 120)]
  })
}
