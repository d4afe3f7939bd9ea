import { becomeInDemo, expect, expectSent, test } from './support/journey.ts'

test.use({ story: 'send again' })

test('who sends a week a second time is told so where they look, not screens away', async ({
  newDevice,
}) => {
  const { page, context } = await newDevice({ hasTouch: true, isMobile: true })
  await becomeInDemo(page, 'Hugo Perrin')
  const send = async (words: string) => {
    await page.getByRole('textbox', { name: 'En une phrase' }).tap()
    await page.keyboard.type(words)
    await page.getByRole('radio', { name: 'Bien' }).tap()
    const button = page.getByRole('button', { name: /^Envoyer à/u })
    const box = await button.boundingBox()
    if (!box) throw new Error('there is nothing to send')
    // Where it is: who taps it does not scroll.
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  }
  await send('Un devis.')
  await expectSent(page)
  await page.getByRole('button', { name: 'Reprendre pour corriger' }).tap()
  await context.setOffline(true)
  await send(' Un devis de plus.')
  const told = page.getByRole('heading', { name: 'Gardée sur cet appareil' })
  await expect(told).toBeFocused()
  await expect(told).toBeInViewport()
})
