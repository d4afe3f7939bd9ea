import { expect, readyOffline, test } from './support/journey.ts'
import { lookAt } from './support/looks.ts'

test('anybody reckons a pay without signing in, and without a network', async ({ newDevice }) => {
  const { page, context } = await newDevice()
  await page.goto('/')
  await readyOffline(page)
  await page.getByRole('link', { name: /^Simuler la rémunération/u }).click()
  await expect(page).toHaveURL(/\/simulateur-remuneration$/u)

  await context.setOffline(true)
  await page.reload()
  await page.getByLabel('Date de naissance').fill('2005-03-10')
  await page.getByLabel('Premier jour du contrat').fill('2025-09-01')
  await page.getByLabel('Jour du calcul').fill('2026-11-25')
  await page.getByRole('button', { name: 'Calculer' }).click()

  await expect(page.getByText(/^1\s138,88\s€ brut par mois$/u)).toBeInViewport()
  await lookAt(page, 'pay-simulator')

  await page.getByLabel('Date de naissance').fill('2015-03-10')
  await expect(page.getByRole('alert')).toHaveText(/15\sans/u)
  await expect(page.getByLabel('Date de naissance')).toHaveValue('2015-03-10')
})
