import { becomeInDemo, expect, test } from './support/journey.ts'
import { lookAt, picture } from './support/looks.ts'
import { logbookIdOf, openScreen, screens, widthOf } from './support/screens.ts'

test('no screen bars anybody, in two sizes and two themes', async ({ newDevice }) => {
  test.slow()
  const start = await newDevice()
  await start.page.goto('/')
  await expect(start.page.getByRole('button', { name: /^Léa Moreau/u })).toBeVisible()
  await lookAt(start.page, 'start')
  await openScreen(start.page, '/ui')
  await lookAt(start.page, 'pieces')

  for (const { who, pages } of screens) {
    const { page } = await newDevice()
    await becomeInDemo(page, who)
    const id = await logbookIdOf(page)
    for (const [name, path] of pages) {
      await openScreen(page, path.replace(':id', id))
      await lookAt(page, name)
    }
  }
})

test('on the narrowest phone nothing has to be pushed sideways, in French or English', async ({
  newDevice,
}) => {
  const anybody = await newDevice({ viewport: { width: 320, height: 640 } })
  await openScreen(anybody.page, '/ui')
  expect(await widthOf(anybody.page), 'pieces').toBeLessThanOrEqual(320)
  for (const { who, pages } of screens) {
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
  }
})
