import { expect, test } from './support/journey.ts'
import { lookAt, narrow, picture, widthOf } from './support/looks.ts'
import { expectEdges, expectOwnTextFits, expectRoomToRead } from './support/ownText.ts'
import { logbookIdOf, openScreen, screens } from './support/screens.ts'

test('the way in and the page of all pieces bar nobody, in two sizes and two themes', async ({
  newDevice,
}) => {
  const { page } = await newDevice()
  await page.goto('/')
  await expect(page.getByRole('button', { name: /^Léa Moreau/u })).toBeVisible()
  await lookAt(page, 'start')
  await openScreen(page, '/ui')
  await lookAt(page, 'pieces')
  await expectOwnTextFits(page, 'pieces')
  await expectEdges(page, 'pieces')
})

for (const { who, pages } of screens) {
  const names = pages.map(([name]) => name).join(', ')

  test(`no screen bars anybody nor has to be pushed sideways: two sizes, two themes, a contrast theme, the narrowest phone, held across, large and spaced text, English: ${names}`, async ({
    deviceOf,
  }) => {
    test.slow()
    const { page } = await deviceOf(who)
    const id = await logbookIdOf(page)
    for (const [name, path] of pages) {
      await openScreen(page, path.replace(':id', id))
      await lookAt(page, name)
      await expectOwnTextFits(page, name)
      await expectRoomToRead(page, name)
      await expectEdges(page, name)
    }
    await page.evaluate(() => {
      localStorage.setItem('livret-language', 'en')
    })
    for (const [name, path] of pages) {
      await openScreen(page, path.replace(':id', id))
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await page.setViewportSize(narrow)
      await picture(page, `${name}-narrow-en`)
      expect.soft(await widthOf(page), `${name} in English`).toBeLessThanOrEqual(narrow.width)
    }
  })
}
