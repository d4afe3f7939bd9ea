import { becomeInDemo, expect, test } from './support/journey.ts'
import { lookAt, picture } from './support/looks.ts'
import { logbookIdOf, openScreen, screens, widthOf } from './support/screens.ts'

test('the way in and the page of all pieces bar nobody, in two sizes and two themes', async ({
  newDevice,
}) => {
  const { page } = await newDevice()
  await page.goto('/')
  await expect(page.getByRole('button', { name: /^Léa Moreau/u })).toBeVisible()
  await lookAt(page, 'start')
  await openScreen(page, '/ui')
  await lookAt(page, 'pieces')
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await widthOf(page), 'pieces').toBeLessThanOrEqual(320)
})

for (const { who, pages } of screens) {
  const names = pages.map(([name]) => name).join(', ')

  test(`no screen bars anybody, in two sizes and two themes: ${names}`, async ({ deviceOf }) => {
    test.slow()
    const { page } = await deviceOf(who)
    const id = await logbookIdOf(page)
    for (const [name, path] of pages) {
      await openScreen(page, path.replace(':id', id))
      await lookAt(page, name)
    }
  })

  test(`on the narrowest phone nothing has to be pushed sideways, in French or English: ${names}`, async ({
    newDevice,
  }) => {
    test.slow()
    const { page } = await newDevice({ viewport: { width: 320, height: 640 } })
    await becomeInDemo(page, who)
    const id = await logbookIdOf(page)
    for (const language of ['fr', 'en']) {
      await page.evaluate((chosen) => {
        localStorage.setItem('livret-language', chosen)
      }, language)
      for (const [name, path] of pages) {
        await openScreen(page, path.replace(':id', id))
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await picture(page, `${name}-narrow-${language}`)
        expect(await widthOf(page), `${name} ${language}`).toBeLessThanOrEqual(320)
      }
    }
  })
}
