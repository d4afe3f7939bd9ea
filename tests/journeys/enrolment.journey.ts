import {
  becomeInDemo,
  desktop,
  expect,
  expectSent,
  logbookOf,
  readyOffline,
  test,
} from './support/journey.ts'

test('an apprentice signs a text and the placement, answers a survey and asks for a dispense without a network; the coordinator decides', async ({
  newDevice,
  deviceOf,
}) => {
  test.slow()
  const { page: phone, context } = await newDevice()
  await becomeInDemo(phone, 'Camille Vidal')
  const id = await logbookOf(phone)
  await readyOffline(phone)
  await context.setOffline(true)

  await phone.goto('/')
  await expect(phone.getByText(/^1\stexte à lire et à signer · Positionnement/u)).toBeVisible()
  await phone.getByRole('link', { name: 'Ouvrir', exact: true }).click()
  await phone.getByRole('link', { name: /^Droits et devoirs/u }).click()
  await phone.getByRole('button', { name: 'J’ai lu, je signe' }).click()
  await expect(phone.getByText('Camille Vidal', { exact: true })).toBeVisible()

  await phone.getByRole('link', { name: 'Entrée et engagements' }).click()
  await phone.getByRole('link', { name: /À signer$/u }).click()
  await phone.getByRole('button', { name: 'J’ai lu, je signe' }).click()
  await expect(phone.getByText('Camille Vidal', { exact: true })).toBeVisible()

  await phone.getByRole('link', { name: 'Entrée et engagements' }).click()
  await phone.getByRole('link', { name: /À remplir$/u }).click()
  const yes = phone.getByRole('radio', { name: 'Oui', exact: true })
  await expect(yes).toHaveCount(6)
  for (const answer of await yes.all()) {
    await answer.check()
  }
  await phone.getByLabel('Une phrase, si vous voulez').fill('Les jeux de rôle m’ont aidée.')
  await phone.getByRole('button', { name: 'Envoyer mes réponses' }).click()
  await expect(phone.getByRole('link', { name: /Envoyée$/u })).toBeVisible()

  await phone.goto(`/livret/${id}/examen`)
  await phone.getByRole('link', { name: /^E1\./u }).click()
  await phone.getByLabel('Diplôme obtenu').selectOption({ label: 'Un DUT' })
  await phone.getByLabel('Lequel, où et quand').fill('DUT TC, Roanne, 2024')
  await phone.getByRole('button', { name: 'Demander la dispense' }).click()
  await expect(phone.getByRole('link', { name: /^E1\..*Demandée$/u })).toBeVisible()
  await context.setOffline(false)
  await expectSent(phone)

  const { page: centre } = await deviceOf('Hélène Martinet', { viewport: desktop })
  await centre.goto(`/livret/${id}/entree/enquete/during`)
  await expect(centre.getByText('Les jeux de rôle m’ont aidée.')).toBeVisible()
  await centre.goto(`/livret/${id}`)
  await centre.getByRole('link', { name: 'Ouvrir l’examen' }).click()
  await centre.getByRole('link', { name: /^E1\..*Demandée$/u }).click()
  await centre.getByRole('button', { name: 'Accorder la dispense' }).click()
  await expect(centre.getByText('Cette épreuve n’est pas à passer.')).toBeVisible()
  await expectSent(centre)

  await phone.reload()
  await expect(phone.getByRole('link', { name: /^E1\..*Dispensé$/u })).toBeVisible({
    timeout: 60_000,
  })
})
