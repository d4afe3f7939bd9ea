import {
  becomeInDemo,
  expect,
  expectSent,
  logbookOf,
  readyOffline,
  test,
} from './support/journey.ts'
import { lookAt } from './support/looks.ts'

test.use({ story: 'absence' })

test('an absence is declared without a network; the centre reads why and sees the proof, the company reads that it was', async ({
  newDevice,
  deviceOf,
}) => {
  test.slow()
  const { page: phone, context } = await newDevice()
  await becomeInDemo(phone, 'Camille Vidal')
  const id = await logbookOf(phone)
  await readyOffline(phone)
  await context.setOffline(true)
  await phone.goto(`/livret/${id}`)
  await phone.getByRole('link', { name: 'Absences' }).click()

  // A Monday and a Tuesday, both in the centre.
  await phone.getByLabel('Du', { exact: true }).fill('2026-11-23')
  await phone.getByLabel('Au', { exact: true }).fill('2026-11-24')
  await phone.getByRole('button', { name: 'Envoyer' }).click()
  await expect(phone.getByText('Choisissez une raison.')).toBeVisible()
  await phone.getByLabel('Pourquoi').selectOption({ label: 'Maladie' })
  await expect(phone.getByText(/^Le CFA lira pourquoi\. L’entreprise/u)).toBeVisible()
  await phone.getByRole('button', { name: 'Envoyer' }).click()
  await expect(phone.getByText(/^CFA\s: Maladie$/u)).toBeVisible()
  await lookAt(phone, 'absences')
  await context.setOffline(false)
  await expectSent(phone)

  const { page: company } = await deviceOf('Éric Soulier')
  await company.goto(`/livret/${id}/absences`)
  await expect(company.getByText('Absent', { exact: true })).toBeVisible()
  await expect(company.getByText(/Maladie/u)).toHaveCount(0)

  const { page: centre } = await deviceOf('Hélène Martinet')
  await centre.goto(`/livret/${id}/absences`)
  await centre.getByRole('button', { name: 'J’ai vu le justificatif' }).click()
  await expect(centre.getByText(/^Justificatif vu le .* par Hélène Martinet\.$/u)).toBeVisible()
  await centre.getByRole('button', { name: /^Dire à l’entreprise, novembre/u }).click()
  await expect(centre.getByText(/^Dit à l’entreprise le .* sans motif ni jour\.$/u)).toBeVisible()
  await lookAt(centre, 'absences-of-centre')
  await expectSent(centre)

  await phone.reload()
  await expect(phone.getByText(/^Justificatif vu le .* par Hélène Martinet\.$/u)).toBeVisible({
    timeout: 60_000,
  })

  // Two days of the centre, in hours, and who pays them; still not the motive.
  await company.reload()
  await expect(company.getByText(/^14\sh (?:non justifiées|d’arrêt)/u)).toBeVisible({
    timeout: 60_000,
  })
  await expect(company.getByText(/Maladie/u)).toHaveCount(0)
})
