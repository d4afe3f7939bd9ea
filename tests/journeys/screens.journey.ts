import { becomeInDemo, expect, test } from './support/journey.ts'
import { lookAt, picture } from './support/looks.ts'
import { logbookIdOf, openScreen, screens, widthOf } from './support/screens.ts'

/** The narrowest phone, and a wide screen at 400 % (WCAG 2.2, 1.4.10). */
const narrow = { width: 320, height: 640 }

test('the way in and the page of all pieces bar nobody, in two sizes and two themes', async ({
  newDevice,
}) => {
  const { page } = await newDevice()
  await page.goto('/')
  await expect(page.getByRole('button', { name: /^Léa Moreau/u })).toBeVisible()
  await lookAt(page, 'start')
  await openScreen(page, '/ui')
  await lookAt(page, 'pieces')
  await page.setViewportSize(narrow)
  expect(await widthOf(page), 'pieces').toBeLessThanOrEqual(narrow.width)
})

for (const { who, pages } of screens) {
  const names = pages.map(([name]) => name).join(', ')

  test(`no screen bars anybody, in two sizes and two themes, nor has to be pushed sideways on the narrowest phone: ${names}`, async ({
    deviceOf,
  }) => {
    test.slow()
    const { page } = await deviceOf(who)
    const id = await logbookIdOf(page)
    for (const [name, path] of pages) {
      await openScreen(page, path.replace(':id', id))
      await lookAt(page, name)
      await page.setViewportSize(narrow)
      await picture(page, `${name}-narrow-fr`)
      expect(await widthOf(page), name).toBeLessThanOrEqual(narrow.width)
    }
  })

  test(`nor in English: ${names}`, async ({ newDevice }) => {
    test.slow()
    const { page } = await newDevice({ viewport: narrow })
    await becomeInDemo(page, who)
    const id = await logbookIdOf(page)
    await page.evaluate(() => {
      localStorage.setItem('livret-language', 'en')
    })
    for (const [name, path] of pages) {
      await openScreen(page, path.replace(':id', id))
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await picture(page, `${name}-narrow-en`)
      expect(await widthOf(page), name).toBeLessThanOrEqual(narrow.width)
    }
  })
}
