import { desktop, expect, expectSent, logbookOf, look, test, title } from './support/journey.ts'
import { createThumb, lookAt } from './support/looks.ts'

test('what an apprentice, a master and a trainer write about the training arrives with the others', async ({
  deviceOf,
}) => {
  const { page: camille } = await deviceOf('Camille Vidal')
  const id = await logbookOf(camille)
  const base = `/livret/${id}`

  await test.step('a piece that came back says why, and is mended', async () => {
    await camille.goto(`${base}/examen`)
    await camille.getByRole('link', { name: /^Une vente à domicile.*À corriger$/u }).click()
    await expect(camille.getByText('À corriger, demandé par Éric Soulier')).toBeVisible()
    const told = camille.getByLabel('Ce qu’elle raconte')
    await told.fill('Trois réunions, 21 participantes, quatre hôtes recrutées par téléphone.')
    await lookAt(camille, 'piece')
    await camille.getByRole('button', { name: 'Envoyer à signer' }).click()
    await expect(title(camille)).toHaveText('L’examen')
  })

  await test.step('an objective for the master is set', async () => {
    await camille.goto(`${base}/plan`)
    await camille.getByRole('button', { name: 'Nouvel objectif' }).click()
    await camille.getByLabel('Quoi').fill('Relire mes trois fiches avant Noël.')
    await camille.getByRole('radio', { name: 'Éric Soulier' }).check()
    await camille.getByLabel('Pour le').fill('2026-12-18')
    await camille.getByRole('button', { name: 'Envoyer' }).click()
    await expect(camille.getByText('Relire mes trois fiches avant Noël.')).toBeVisible()
    await expectSent(camille)
  })

  await test.step('the master signs the piece in two taps, and says that the objective is done', async () => {
    const { page: eric } = await deviceOf('Éric Soulier')
    const thumb = createThumb()
    await expect(eric.getByText(/Vous aviez demandé\s: «\sIl manque des chiffres/u)).toBeVisible()
    await thumb.tap(eric.getByRole('button', { name: /^Signer la pièce.*: Une vente à domicile/u }))
    await expect(eric.getByText('Pièce signée.')).toBeVisible()
    expect(1 + thumb.taps(), 'the icon, sign').toBeLessThanOrEqual(2)
    await look(eric)
    await eric.getByRole('button', { name: /^C’est fait.*: Relire mes trois fiches/u }).click()
    await expect(eric.getByText('Noté au plan de travail.')).toBeVisible()

    await eric.goto(`${base}/competences/evaluer`)
    await eric.getByRole('radio', { name: 'Autonome' }).first().check()
    await eric.getByRole('button', { name: /^Envoyer \(1\scompétence\)$/u }).click()
    await expect(
      eric.getByText(/^Votre dernière évaluation\s: 27\snovembre 2026\.$/u),
    ).toBeVisible()
    await expectSent(eric)
  })

  await test.step('the trainer gives a mark and notes the convocation', async () => {
    const { page: claire } = await deviceOf('Claire Roux', { viewport: desktop })
    await claire.goto(`${base}/resultats`)
    await claire.getByRole('button', { name: 'Nouvelle note' }).click()
    await claire.getByLabel('De quoi s’agit-il').fill('Oral blanc sur le réseau')
    await claire.getByLabel('Matière', { exact: true }).selectOption({ index: 1 })
    await claire.getByLabel('Note sur 20').fill('14,5')
    await lookAt(claire, 'mark')
    await claire.getByRole('button', { name: 'Envoyer' }).click()
    await expect(claire.getByText('Oral blanc sur le réseau')).toBeVisible()

    await claire.goto(`${base}/examen`)
    await claire.getByRole('button', { name: 'Noter l’inscription et les dépôts' }).click()
    await claire.getByLabel('Convocation reçue le').fill('2026-11-20')
    await claire.getByRole('button', { name: 'Envoyer' }).click()
    await expect(claire.getByText(/^Le 20\snovembre 2026$/u)).toBeVisible()
    await expectSent(claire)
  })

  await test.step('and the apprentice reads all of it', async () => {
    await camille.goto(`${base}/resultats`)
    await expect(camille.getByText('Oral blanc sur le réseau')).toBeVisible()
    await camille.goto(`${base}/plan`)
    await expect(
      camille.getByText(/^Fait, dit par Éric Soulier le 27\snovembre 2026$/u),
    ).toBeVisible()
    await camille.goto(`${base}/examen`)
    await expect(
      camille.getByRole('link', { name: /^Une vente à domicile.*Signée$/u }),
    ).toBeVisible()
  })
})
