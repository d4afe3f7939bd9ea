import { expect, expectSent, logbookOf, test, title } from './support/journey.ts'
import { desktop } from './support/journey.ts'
import { lookAt } from './support/looks.ts'

test.use({ story: 'contract' })

test('a coordinator corrects a contract, and the apprentice reads another pay, each step with its reason', async ({
  deviceOf,
}) => {
  test.slow()
  const phone = await deviceOf('Camille Vidal')
  const id = await logbookOf(phone.page)
  await phone.page.goto(`/livret/${id}/remuneration`)
  await expect(phone.page.getByText(/brut par mois$/u).first()).toHaveText(/^1\s162,05\s€/u)
  await lookAt(phone.page, 'pay')

  const { page } = await deviceOf('Hélène Martinet', { viewport: desktop })
  await page.goto(`/livret/${id}/contrat`)
  await expect(page.getByText('L’âge permet ce contrat : de 16 à 29 ans.')).toBeVisible()
  await lookAt(page, 'contract')
  await page.getByRole('button', { name: 'Corriger' }).click()
  await expect(title(page)).toHaveText('Corriger le contrat')
  const minimum = page.getByLabel(/^Minimum de la convention/u)
  await minimum.fill('deux mille')
  await expect(minimum).toHaveAccessibleDescription(/Écrivez un montant/u)
  await minimum.fill('2 000,00')
  await lookAt(page, 'contract-edit')
  await page.getByRole('button', { name: 'Publier le contrat' }).click()
  await expect(title(page)).toHaveText('Contrat')
  await expectSent(page)

  await phone.page.reload()
  await expect(phone.page.getByText(/brut par mois$/u).first()).toHaveText(/^1\s220,00\s€/u, {
    timeout: 60_000,
  })
})
