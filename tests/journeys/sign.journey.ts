import { desktop, expect, expectSent, look, test, title } from './support/journey.ts'
import { createThumb } from './support/looks.ts'

test('a week goes to the master and back without a reload, and whoever reads it sees what was signed', async ({
  deviceOf,
}) => {
  const { page: lea } = await deviceOf('Léa Moreau')
  const { page: paul } = await deviceOf('Paul Durand', { viewport: desktop })
  const thumb = createThumb()
  const told = lea.getByRole('textbox', { name: 'En une phrase' })
  const card = paul.getByRole('heading', { name: 'Léa, semaine 48' })
  await expect(title(paul)).toHaveText('À signer')
  await expect(card).toHaveCount(0)

  await test.step('sent: it arrives on his page', async () => {
    await told.fill('Deux rendez-vous pris au téléphone.')
    await lea.getByRole('button', { name: 'Envoyer à Paul Durand' }).click()
    await expectSent(lea)
    await expect(card).toBeVisible()
    await expect(paul.getByText('Deux rendez-vous pris au téléphone.')).toBeVisible()
  })

  await test.step('returned: the reason arrives on hers', async () => {
    const asking = createThumb()
    await asking.tap(paul.getByRole('button', { name: 'Renvoyer à corriger la semaine 48 de Léa' }))
    const dialog = paul.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Votre message' }).fill('Avec qui ?')
    await asking.tap(dialog.getByRole('button', { name: 'À préciser' }))
    expect(asking.taps(), 'return, the reason').toBeLessThanOrEqual(2)
    await expect(paul.getByText('Renvoyée à Léa.')).toBeVisible()
    await expect(card).toHaveCount(0)
    await expect(lea.getByText('À corriger, demandé par Paul Durand').first()).toBeVisible()
    await expect(lea.getByText('À préciser. Avec qui ?').first()).toBeVisible()
    await expect(told).toHaveValue('Deux rendez-vous pris au téléphone.')
  })

  await test.step('corrected: he reads the answer beside his question', async () => {
    await told.fill('Deux rendez-vous pris au téléphone, avec deux restaurants de Firminy.')
    await lea.getByRole('button', { name: 'Envoyer à Paul Durand' }).click()
    await expect(card).toBeVisible()
    await expect(paul.getByText('Vous aviez demandé : « À préciser. Avec qui ? »')).toBeVisible()
    await expect(paul.getByText(/Version 2/u)).toBeVisible()
  })

  await test.step('signed: one tap on the open page for all that waits', async () => {
    const all = paul.getByRole('button', { name: /^Signer les \d+ semaines$/u })
    await look(paul)
    await thumb.tap(all)
    await expect(paul.getByText(/^\d+ semaines signées\.$/u)).toBeVisible()
    expect(1 + thumb.taps(), 'the icon, sign').toBeLessThanOrEqual(2)
    await expectSent(paul)
  })

  await test.step('how far she is: one tap from the open page', async () => {
    const looking = createThumb()
    await looking.tap(lea.getByRole('link', { name: /^Compétences/u }))
    await expect(title(lea)).toHaveText('Compétences')
    await expect(lea.getByText(/^Maître/u).first()).toBeVisible()
    expect(1 + looking.taps(), 'the icon, the skills').toBeLessThanOrEqual(2)
    await lea.goBack()
  })

  await test.step('the stamp says who, when, and how one knows', async () => {
    await expect(lea.getByRole('heading', { name: 'Signée par Paul Durand' })).toBeVisible()
    await lea.getByText('Voir la preuve').click()
    await expect(lea.getByText('Avec la clé de son appareil')).toBeVisible()
    await expect(lea.getByText(/^Reçu par le serveur le .+2026/u)).toBeVisible()
  })

  await test.step('amended: the signature stays with the words that were signed', async () => {
    await lea.getByRole('button', { name: 'Corriger quand même' }).click()
    await expect(lea.getByText('Vous corrigez une semaine déjà signée')).toBeVisible()
    await told.fill('Trois rendez-vous pris au téléphone.')
    await lea.getByRole('button', { name: 'Envoyer à Paul Durand' }).click()
    await expectSent(lea)
    await expect(lea.getByText('Signée sur une version précédente')).toBeVisible()
    await lea.getByText('Voir les 2 versions précédentes').click()
    await expect(lea.getByText(/sur la version 2\. Le texte a changé depuis\./u)).toBeVisible()
    await expect(card).toBeVisible()
    await expect(paul.getByText('Trois rendez-vous pris au téléphone.')).toBeVisible()
  })
})

test('where a proxy stops events, a week still arrives when the master looks at the page', async ({
  deviceOf,
  newDevice,
}) => {
  const { page: hugo } = await deviceOf('Hugo Perrin')
  const { page: paul, context } = await newDevice({ serviceWorkers: 'block' })
  await context.route('**/sync/v1/poke', (route) => route.abort())
  await paul.goto('/')
  await paul.getByRole('button', { name: /^Paul Durand/u }).click()
  await expect(title(paul)).toHaveText('À signer')
  await expect(paul.getByRole('heading', { name: 'Vos apprentis' })).toBeVisible()

  // A week like the one before: its tasks, one of them changed, and words of its own.
  const thumb = createThumb()
  const told = hugo.getByRole('textbox', { name: 'En une phrase' })
  await thumb.tap(hugo.getByRole('button', { name: /^Reprendre la semaine/u }))
  const ticked = hugo.getByRole('checkbox', { checked: true })
  const taken = await ticked.count()
  expect(taken).toBeGreaterThan(1)
  await expect(told).toHaveValue('')
  await thumb.tap(ticked.first())
  await expect(ticked).toHaveCount(taken - 1)
  await told.fill('Livraison des coffrets.')
  await thumb.tap(hugo.getByRole('button', { name: 'Envoyer à Paul Durand' }))
  await expectSent(hugo)
  expect(1 + thumb.taps(), 'the icon, take again, change one, send').toBeLessThanOrEqual(4)
  await paul.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(paul.getByRole('heading', { name: 'Hugo, semaine 48' })).toBeVisible()
})
