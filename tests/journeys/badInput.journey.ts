import { expect, expectSent, test, title } from './support/journey.ts'
import { expectWritten } from './support/inDatabase.ts'

test('whatever is typed or pasted stays, and a French sentence says what to do with it', async ({
  deviceOf,
}) => {
  const { page } = await deviceOf('Théo Blanc')
  const told = page.getByRole('textbox', { name: 'En une phrase' })
  const send = page.getByRole('button', { name: /^Envoyer à / })
  await expect(title(page)).toHaveText('Ma semaine 48')

  await test.step('64 kB from another document: too long to send, and kept', async () => {
    const long = 'Compte rendu détaillé. '.repeat(2_850)
    await told.fill(long)
    await expect(page.getByText(/signes de trop\s: raccourcissez un peu\.$/u)).toBeVisible()
    await send.click()
    await expect(told).toBeFocused()
    await expect(page.getByText(/Ce texte est trop long pour être envoyé/u)).toBeVisible()
    await expectWritten(page, long.trimEnd())
    await page.reload()
    await expect(told).toHaveValue(long)
  })

  await test.step('a text no draft takes: said before the page is left, and still there', async () => {
    const endless = 'a'.repeat(100_001)
    await told.fill(endless)
    await expect(page.getByRole('alert')).toContainText('trop long pour être gardé')
    await send.click()
    await expect(told).toHaveValue(endless)
    await told.fill('Coupé en deux.')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  await test.step('emoji, a family of them, and an accent typed as two signs', async () => {
    const odd = 'Salon 👩‍👩‍👧‍👦 très réussi : cafe\u0301 offert 🎉, « 100 % » n’ayant rien cassé.'
    await told.fill(odd)
    await expectWritten(page, '👩‍👩‍👧‍👦 très réussi')
    await page.reload()
    await expect(told).toHaveValue(odd.normalize('NFC'))
  })

  await test.step('a letter is no photo', async () => {
    await page.getByText('Photos et compétences : 1 compétence').click()
    const files = page.getByLabel('Ajouter une photo')
    const photo = await page.screenshot({ type: 'jpeg' })
    const mimeType = 'image/jpeg'
    for (const [name, buffer] of [
      ['lettre.jpg', Buffer.from('Bonjour, ceci n’est pas une photo.')],
      ['vide.jpg', Buffer.alloc(0)],
      ['coupee.jpg', photo.subarray(0, 300)],
    ] as const) {
      await files.setInputFiles({ name, mimeType, buffer })
      await expect(page.getByRole('alert')).toContainText('n’est pas une photo')
      await expect(page.getByRole('img', { name: 'Photo 1' })).toHaveCount(0)
      await expect(told).toHaveValue(/très réussi/u)
    }
    await files.setInputFiles({ name: 'photo.jpg', mimeType, buffer: photo })
    await expect(page.getByRole('img', { name: 'Photo 1' })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  await expectSent(page)
})
