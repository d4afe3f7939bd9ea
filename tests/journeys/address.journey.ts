import { becomeInDemo, chip, expect, logbookOf, test } from './support/journey.ts'
import { openScreen } from './support/screens.ts'

/** What each page says to somebody it calls « tu »; `:id` is the logbook. */
const saidInTu = [
  ['/livret/:id/competences/evaluer', /Dis où tu en es\./u],
  ['/livret/:id/resultats', /Elles disent où tu en es\./u],
  ['/livret/:id/export', /photos et mémos si tu veux\./u],
  ['/envoi', /^Tes envois$/u],
  ['/accessibilite', /Quelque chose te bloque/u],
  ['/', /Qu’as-tu fait en entreprise/u],
] as const

test('whoever prefers « tu » reads it on every page from then on, and nobody else on that device does', async ({
  deviceOf,
}) => {
  const { page } = await deviceOf('Léa Moreau')
  const id = await logbookOf(page)
  const asked = page.getByText(/^Qu’avez-vous fait en entreprise/u)
  await expect(asked).toBeVisible()
  await page.getByRole('link', { name: 'Moi' }).click()
  await page.getByRole('radio', { name: 'Tu', exact: true }).click()
  await expect(page.getByText(/^Appelle le CFA/u)).toBeVisible()

  for (const [path, words] of saidInTu) {
    await test.step(path, async () => {
      await openScreen(page, path.replace(':id', id))
      await expect(page.getByText(words).first()).toBeVisible()
      await expect(page.getByRole('main')).not.toContainText(/\b(?:vous|votre|vos)\b/iu)
    })
  }

  await page.goto('/moi')
  await page.getByRole('button', { name: /changer de personne/u }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer mon livret' }).click()
  await expect(chip(page)).toHaveCount(0)
  await becomeInDemo(page, 'Chloé Faure')
  await expect(asked).toBeVisible()
  await page.goto('/moi')
  await expect(page.getByRole('radio', { name: 'Vous', exact: true })).toBeChecked()
})
