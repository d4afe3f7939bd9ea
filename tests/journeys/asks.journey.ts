import {
  becomeInDemo,
  desktop,
  expect,
  expectSent,
  logbookOf,
  readyOffline,
  test,
} from './support/journey.ts'
import { lookAt } from './support/looks.ts'

test.use({ story: 'asks' })

test('what an apprentice asks the centre for reaches it from a place without a network, is told where one looks first, comes back with a reason, and is mended', async ({
  newDevice,
  deviceOf,
}) => {
  test.slow()
  const { page: phone, context } = await newDevice()
  await becomeInDemo(phone, 'Hugo Perrin')
  const id = await logbookOf(phone)
  const base = `/livret/${id}`
  const claim = phone.getByRole('listitem').filter({ hasText: /^Nuits et repas, novembre/u })
  await readyOffline(phone)
  await context.setOffline(true)

  await test.step('why, of an absence that the trainer noticed; nights and meals', async () => {
    await phone.goto(`${base}/absences`)
    await phone.getByText(/^Dire pourquoi\s: lundi 9\snovembre 2026, matin$/u).click()
    const form = phone.getByRole('group').filter({ hasText: /^Dire pourquoi\s: lundi 9/u })
    await form.getByLabel('Pourquoi').selectOption({ label: 'Maladie' })
    await form.getByRole('button', { name: 'Envoyer la raison' }).click()
    await expect(phone.getByText(/^CFA\s: Maladie$/u)).toBeVisible()
    await lookAt(phone, 'absences-told')

    await phone.goto(`${base}/aides`)
    await expect(phone.getByRole('group', { name: /^lundi 16\snovembre/u })).toBeVisible()
    // He was absent on that Tuesday: nothing was taken at the centre.
    await expect(phone.getByRole('group', { name: /^mardi 17\snovembre/u })).toHaveCount(0)
    const monday = phone.getByRole('group', { name: /^lundi 23\snovembre/u })
    await monday.getByLabel('Nuit').check()
    await monday.getByLabel('Déjeuner').check()
    await phone.getByRole('button', { name: 'Envoyer au CFA', exact: true }).click()
    await expect(claim).toContainText('Attend le CFA')
    await lookAt(phone, 'aids-asked')
  })
  await context.setOffline(false)
  await expectSent(phone)

  const { page: centre } = await deviceOf('Hélène Martinet', { viewport: desktop })
  await test.step('the coordinator hears of both in the list, takes one and returns the other', async () => {
    const row = centre.getByRole('listitem').filter({ hasText: 'Hugo Perrin' }).first()
    await expect(row.getByText(/^2\sdemandes à traiter$/u)).toBeVisible()
    await centre.goto(base)
    await centre.getByRole('link', { name: /^Absences.*1\sdemande à traiter$/u }).click()
    await centre.getByRole('button', { name: 'J’ai vu le justificatif' }).click()
    await expect(centre.getByText(/^Justificatif vu le .* par Hélène Martinet\.$/u)).toBeVisible()

    await centre.goto(base)
    await centre.getByRole('link', { name: /^Aides.*1\sdemande à traiter$/u }).click()
    await centre.getByRole('button', { name: /^Renvoyer, Nuits et repas/u }).click()
    await centre.getByLabel('Pourquoi la renvoyer').fill('Vous êtes rentré ce soir-là.')
    await lookAt(centre, 'aids-of-centre')
    await centre.getByRole('button', { name: 'Renvoyer', exact: true }).click()
    await expect(centre.getByText(/^Renvoyée par le CFA/u)).toBeVisible()
    await expectSent(centre)
  })

  await test.step('the apprentice hears of it at home, and asks for what was taken', async () => {
    await phone.goto('/')
    await phone.getByRole('link', { name: 'Ouvrir les aides' }).click()
    await expect(claim).toContainText('Vous êtes rentré ce soir-là.')
    await claim.getByRole('button', { name: /^Reprendre/u }).click()
    await expect(claim).toHaveCount(0)
    await phone
      .getByRole('group', { name: /^lundi 23\snovembre/u })
      .getByLabel('Déjeuner')
      .check()
    await phone.getByRole('button', { name: 'Envoyer au CFA', exact: true }).click()
    await expect(claim).toContainText(/3,00\s€/u)
    await expectSent(phone)
  })

  await test.step('and the centre confirms it', async () => {
    await centre.getByRole('button', { name: /^Confirmer, Nuits et repas/u }).click()
    await expect(centre.getByText(/^Confirmée par Hélène Martinet/u)).toBeVisible()
    await expectSent(centre)
    await phone.reload()
    await expect(claim).toContainText('Confirmée par Hélène Martinet', { timeout: 60_000 })
  })
})

test('the mother of a minor signs the text that her daughter has signed, and both read both names', async ({
  deviceOf,
}) => {
  const { page: mother } = await deviceOf('Samira Haddad')
  await mother.getByRole('link', { name: 'Ouvrir', exact: true }).click()
  await mother.getByRole('link', { name: /^Droits et devoirs.*À lire/u }).click()
  await expect(mother.getByText('Inès Haddad', { exact: true })).toBeVisible()
  await lookAt(mother, 'reading-of-guardian')
  await mother.getByRole('button', { name: 'J’ai lu, je signe' }).click()
  await expect(mother.getByText('Samira Haddad', { exact: true })).toBeVisible()
  await expectSent(mother)

  const { page: daughter } = await deviceOf('Inès Haddad')
  const id = await logbookOf(daughter)
  await daughter.goto(`/livret/${id}/entree/lire/rights-and-duties`)
  await expect(daughter.getByText('Samira Haddad', { exact: true })).toBeVisible()
})
