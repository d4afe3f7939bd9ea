import { shiftClock } from './support/clock.ts'
import { chip, expect, expectSent, readyOffline, test, title } from './support/journey.ts'
import { expectWritten, writeUnsendable } from './support/inDatabase.ts'
import { lookAt } from './support/looks.ts'

const told = { name: 'En une phrase' }

test('what waits for days says so; what is refused is shown with why, and put away by who read it', async ({
  deviceOf,
}) => {
  test.slow()
  const { page, context } = await deviceOf('Chloé Faure')
  await readyOffline(page)
  await context.setOffline(true)
  await page.getByRole('textbox', told).fill('Vitrine de Noël montée.')
  await expectWritten(page, 'Vitrine de Noël montée.')

  await test.step('four days later, still without a network', async () => {
    await context.addInitScript(shiftClock, 4 * 86_400_000)
    await page.goto('/envoi')
    await expect(chip(page)).toHaveText('En attente d’envoi (1)')
    await expect(page.getByText(/attend depuis plus de trois jours/u)).toBeVisible()
    await lookAt(page, 'sending-late')
  })

  await writeUnsendable(page)
  await context.setOffline(false)
  await page.goto('/envoi')
  const refused = page.getByRole('region', { name: 'À regarder' })
  await expect(refused.getByRole('heading', { level: 3 })).toHaveCount(3)
  await expect(page.getByText('Tout le reste est bien arrivé.')).toBeVisible()
  await expect(chip(page)).toHaveText('À regarder')
  await expect(refused.getByText('Trop tôt.')).toBeVisible()
  await expect(refused.getByText(/abîmée sur cet appareil/u)).toBeVisible()
  await lookAt(page, 'sending-refused')

  await refused.getByRole('button', { name: 'Réessayer' }).click()
  await expect(refused.getByText(/abîmée sur cet appareil/u)).toBeVisible()
  await refused.getByRole('button', { name: 'Retirer la photo' }).click()
  for (const left of [2, 1]) {
    await expect(refused.getByRole('heading', { level: 3 })).toHaveCount(left)
    await refused
      .getByRole('button', { name: /^J’ai vu/u })
      .first()
      .click()
  }
  await expect(refused).toHaveCount(0)
  await expect(chip(page)).toHaveText(/^Envoyé le 27/u)
})

test('two devices of one person: both wordings stay, one fold away', async ({ deviceOf }) => {
  const mine = await deviceOf('Chloé Faure')
  const other = await deviceOf('Chloé Faure')
  for (const { page, context } of [mine, other]) {
    await readyOffline(page)
    await expect(page.getByRole('textbox', told)).toBeVisible()
    await context.setOffline(true)
  }
  await mine.page.getByRole('textbox', told).fill('Sapins livrés.')
  await other.page.getByRole('textbox', told).fill('Sapins livrés et vendus.')
  for (const { page, context } of [mine, other]) {
    await expectWritten(page, 'Sapins livrés')
    await context.setOffline(false)
    await expectSent(page)
  }

  const { page } = mine
  await expect(page.getByText('Une autre version gardée')).toBeVisible()
  await page.getByText('Comparer et choisir').click()
  const choice = page.getByRole('group', told).filter({ hasText: 'Autre version' })
  await expect(choice).toContainText('Sapins livrés et vendus.')
  await lookAt(page, 'alternatives')
  await choice.getByRole('button', { name: /^Prendre l’autre/u }).click()
  await expect(page.getByText('Une autre version gardée')).toHaveCount(0)
  await expect(other.page.getByText('Une autre version gardée')).toHaveCount(0)
  const kept = await page.getByRole('textbox', told).inputValue()
  await expect(other.page.getByRole('textbox', told)).toHaveValue(kept)
})

test('each step of signing in, and its errors, bar nobody', async ({ newDevice }) => {
  const { page, context } = await newDevice()
  await page.goto('/connexion')
  await page.getByRole('button', { name: 'Recevoir un code' }).click()
  await expect(page.getByRole('textbox')).toBeFocused()
  await lookAt(page, 'sign-in-address')

  await page.getByRole('textbox').fill('camille.vidal@demo.livret.example')
  await page.getByRole('button', { name: 'Recevoir un code' }).click()
  await page.getByRole('textbox', { name: 'Code de six chiffres' }).fill('12')
  await page.getByRole('button', { name: 'Ouvrir mon livret' }).click()
  await expect(page.getByText('Tapez les six chiffres du mail.')).toBeVisible()
  await lookAt(page, 'sign-in-code')

  await context.setOffline(true)
  await page.getByRole('textbox').fill('123456')
  await page.getByRole('button', { name: 'Ouvrir mon livret' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await lookAt(page, 'sign-in-offline')

  await context.setOffline(false)
  await page.getByRole('link', { name: 'Voir les mails de la démonstration' }).click()
  await expect(page.getByText('camille.vidal@demo.livret.example').first()).toBeVisible()
  await lookAt(page, 'mails')
})

test('what a trainer and a master write in bars nobody either', async ({ deviceOf }) => {
  test.slow()
  const { page: master } = await deviceOf('Éric Soulier')
  await master
    .getByRole('button', { name: /^Renvoyer à corriger/u })
    .first()
    .click()
  await master
    .getByRole('dialog')
    .getByRole('button', { name: /^Renvoyer avec/u })
    .click()
  await expect(master.getByText('Écrivez pourquoi, en quelques mots.')).toBeVisible()
  await lookAt(master, 'return')

  const { page } = await deviceOf('Claire Roux')
  await page.getByRole('link', { name: 'Camille Vidal' }).click()
  await page.getByRole('button', { name: 'Nouvelle visite' }).click()
  await page.getByRole('button', { name: 'Ajouter une action' }).click()
  await page.getByRole('button', { name: 'Envoyer le compte rendu' }).click()
  await expect(page.getByText('Écrivez ou dictez au moins une phrase.')).toBeVisible()
  await lookAt(page, 'visit-new')

  await page.getByRole('link', { name: /^Livret de Camille/u }).click()
  await page.getByRole('button', { name: 'Nouvel entretien' }).click()
  await expect(page.getByRole('button', { name: /^Entretien tripartite/u })).toBeVisible()
  await lookAt(page, 'interview-new')
  await page.getByRole('button', { name: /^Entretien tripartite/u }).click()
  await page.getByRole('button', { name: 'J’ai terminé ma partie' }).click()
  await expect(title(page)).toHaveText('Entretien tripartite')
  await lookAt(page, 'interview-prepared')
})

test('a browser that deleted Livret says so, and what one can do about it', async ({
  deviceOf,
}) => {
  const { page } = await deviceOf('Inès Haddad')
  // A page of ours without the app: nothing holds the database open.
  await page.goto('/schemas/livret-export-1.json')
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name)
    localStorage.clear()
  })
  await page.goto('/')
  await expect(page.getByText('Le navigateur avait effacé Livret ici')).toBeVisible()
  await expect(page.getByRole('textbox', told)).toBeVisible()
  await lookAt(page, 'emptied')
})

test('how to put Livret on the home screen is told as this phone does it, and never in the way', async ({
  deviceOf,
  newDevice,
}) => {
  const apple = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15'
  const { page } = await deviceOf('Inès Haddad', {
    userAgent: `${apple} Version/26.0 Mobile/15E148 Safari/604.1`,
  })
  const offer = page.getByText('Gardez Livret sous la main')
  await page.getByRole('link', { name: 'Voir comment' }).click()
  await expect(title(page)).toHaveText('Livret sur l’écran d’accueil')
  await expect(page.getByRole('listitem').first()).toHaveText(/trois points, en bas à droite/u)
  await lookAt(page, 'install')

  await test.step('a browser that has a button of its own', async () => {
    await page.evaluate(() => {
      const prompt = () => Promise.resolve({ outcome: 'dismissed' })
      window.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt }))
    })
    await page.getByRole('button', { name: 'Installer Livret' }).click()
    await expect(page.getByText('Rien n’a été installé.')).toBeVisible()
  })

  await test.step('put off, it stays away', async () => {
    await page.goto('/')
    await expect(offer).toBeVisible()
    await page.getByRole('button', { name: 'Plus tard' }).click()
    await expect(offer).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Ma frise' })).toBeVisible()
    await expect(offer).toHaveCount(0)
  })

  await test.step('inside another app, the way out is said before anything is written', async () => {
    const { page: inside } = await newDevice({
      userAgent: `${apple} Mobile/15E148 Instagram 390.0`,
    })
    await inside.goto('/')
    await expect(inside.getByText('Vous lisez Livret à l’intérieur')).toBeVisible()
    await inside.getByText('Voir comment').click()
    await expect(inside.getByText('« Ouvrir dans le navigateur »')).toBeVisible()
    await lookAt(inside, 'install-in-app')
  })
})

test('an app that is too old to read says so, and what to do', async ({ deviceOf }) => {
  const { page, context } = await deviceOf('Inès Haddad', { serviceWorkers: 'block' })
  const headers = { 'X-Livret-Protocol': '1' }
  const json = { code: 'app-too-old', minApp: '2099.1.0', message: 'Mettez Livret à jour.' }
  await context.route('**/sync/v1/pull', (route) => route.fulfill({ status: 426, headers, json }))
  await page.goto('/')
  await expect(chip(page)).toHaveText('À mettre à jour')
  await chip(page).click()
  await expect(page.getByText('Livret est à mettre à jour')).toBeVisible()
  await lookAt(page, 'outdated')
})

test('what does not leave for long, although there is a network, is said with a way out', async ({
  deviceOf,
}) => {
  const { page, context } = await deviceOf('Inès Haddad', { serviceWorkers: 'block' })
  const headers = { 'X-Livret-Protocol': '1' }
  const json = { code: 'not-our-protocol', message: 'Cet envoi n’est pas lisible.' }
  await context.route('**/sync/v1/push', (route) => route.fulfill({ status: 422, headers, json }))
  await page.getByRole('textbox', told).fill('Rien ne part.')
  await expectWritten(page, 'Rien ne part.')
  // Twenty minutes later.
  await page.evaluate(() => {
    const now = performance.now.bind(performance)
    performance.now = () => now() + 1_200_000
  })
  await chip(page).click()
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await expect(page.getByText('Rien ne part depuis un moment')).toBeVisible()
  await expect(chip(page)).toHaveText('Envoi bloqué')
  await lookAt(page, 'sending-stuck')
})
