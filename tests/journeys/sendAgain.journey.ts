import { becomeInDemo, expect, test } from './support/journey.ts'

test.use({ story: 'send again' })

test('who sends a week a second time is told so where they look, not screens away', async ({
  newDevice,
}) => {
  const { page } = await newDevice({ hasTouch: true, isMobile: true })
  await becomeInDemo(page, 'Hugo Perrin')
  for (const said of ['Un devis.', ' Un devis de plus.']) {
    await page.getByRole('textbox', { name: 'En une phrase' }).tap()
    await page.keyboard.type(said)
    await page.getByRole('radio', { name: 'Bien' }).tap()
    await page.getByRole('button', { name: /^Envoyer à/u }).tap()
    const told = page.getByRole('heading', { name: /^Envoyé à/u })
    await expect(told).toBeFocused()
    await expect(told).toBeInViewport()
    const again = page.getByRole('button', { name: 'Reprendre pour corriger' })
    if (said === 'Un devis.') await again.tap()
  }
})
