import { readFile } from 'node:fs/promises'
import { desktop, expect, expectSent, look, test, title, type Page } from './support/journey.ts'
import { comeIn, keyboardOf, type Keyboard } from './support/keyboard.ts'
import { holdBack } from './support/holdBack.ts'
import { narrow } from './support/looks.ts'
import { readLarge } from './support/ownText.ts'
import { photoWithPlace } from './support/photo.ts'

const words = {
  week: 'Trois devis signés dans la Loire.',
  reason: 'Combien de kilowatts en tout ?',
  visit: 'Maxime mène seul ses rendez-vous.',
  action: 'Appeler dix prospects par jour',
  trainer: 'Les comptes rendus ont des chiffres.',
  apprentice: 'Je conclus mes ventes seul.',
  master: 'Je lui confie un secteur.',
}
/** Where bars leave least to see of what has the focus: the narrowest phone. */
const small = { viewport: narrow }
const names = {
  apprentice: 'Maxime Girard',
  master: 'Sophie Marchand',
  trainer: 'Karim Benali',
  coordinator: 'Hélène Martinet',
}

test.describe('with a keyboard alone', () => {
  test('an apprentice ticks, tells, adds a photo and a skill, sends, and takes back', async ({
    newDevice,
  }) => {
    const { page, keys } = await comeIn(await newDevice(small), names.apprentice)
    await expect(title(page)).toHaveText('Ma semaine 48')
    const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace(page) }
    page.on('filechooser', (chooser) => void chooser.setFiles(photo))
    const photos = page.getByRole('img', { name: 'Photo 1' })

    await keys.to('checkbox', 'Diagnostic client')
    await keys.press('Space')
    await keys.to('DisclosureTriangle', 'Autres tâches')
    await keys.press('Enter')
    await keys.to('checkbox', 'Vente à distance')
    await keys.press('Space')
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2)
    await keys.to('textbox', 'En une phrase')
    await keys.type(words.week)
    await keys.to('radio', 'Bien')
    await keys.press('Space')
    await keys.press('ArrowRight')
    await expect(page.getByRole('radio', { name: 'Moyen' })).toBeChecked()

    await keys.to('DisclosureTriangle', 'Ajouter une photo, des compétences')
    await keys.press('Enter')
    await keys.to('button', 'Ajouter une photo')
    const add = async () => {
      await keys.press('Enter')
      await expect(photos).toBeVisible()
    }
    await add()
    await keys.backTo('button', 'Retirer la photo 1')
    await keys.press('Enter')
    await expect(photos).toHaveCount(0)
    expect(await keys.focused()).toMatchObject({ role: 'DisclosureTriangle' })
    await keys.to('button', 'Ajouter une photo')
    await add()
    await keys.to('checkbox', 'Choisir qui prospecter')
    await keys.press('Space')

    await keys.to('button', `Envoyer à ${names.master}`)
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name: /^(?:Gardée|Envoyée) /u })).toBeFocused()
    await expectSent(page)

    await keys.to('button', 'Reprendre pour corriger')
    await keys.press('Enter')
    // Whoever reads waits for the form; who goes on before it is there is pushed down by it.
    await expect(page.getByRole('textbox', { name: 'En une phrase' })).toBeVisible()
    await keys.to('textbox', 'En une phrase')
    await keys.type(' ')
    await keys.to('button', `Envoyer à ${names.master}`)
    await keys.press('Enter')
    await expectSent(page)

    await keys.backTo('button', /^Envoyé à/u)
    await keys.press('Enter')
    await expect(title(page)).toHaveText('Vos envois')
    await expect(title(page)).toBeFocused()
  })

  test('a master who reads large text signs a week and returns one with a reason', async ({
    newDevice,
  }) => {
    const device = await newDevice(small)
    await readLarge(device.context)
    const photo = await holdBack(device, '**/files/*?form=thumbnail')
    const { page, keys } = await comeIn(device, names.master)
    await expect(title(page)).toHaveText('À signer')
    const back = 'Renvoyer à corriger la semaine 47 de Maxime'

    // The photo of week 48, which the apprentice above has sent, arrives while he is there.
    await keys.to('button', back)
    photo.letGo()
    await expect(page.getByRole('button', { name: 'Agrandir la photo 1' })).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Signer la semaine 48 de Maxime' })).toBeVisible()
    expect(await keys.focused()).toMatchObject({ name: 'Agrandir la photo 1' })

    await keys.to('button', 'Signer la semaine 45 de Maxime')
    const signedAt = await page.evaluate(() => scrollY)
    await keys.press('Enter')
    await expect(page.getByText('Semaine 45 de Maxime signée.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Maxime, semaine 45' })).toHaveCount(0)
    // What comes next moves up; nobody is thrown to the end of the page.
    expect(await page.evaluate(() => scrollY)).toBeLessThanOrEqual(signedAt)

    await keys.to('button', back)
    const place = await page.evaluate(() => scrollY)
    await keys.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('heading')).toBeFocused()
    await keys.to('button', 'Renvoyer avec ce message')
    await keys.press('Escape')
    await expect(dialog).toHaveCount(0)
    // The page behind a dialog stays where it is.
    expect(await page.evaluate(() => scrollY)).toBe(place)
    expect(await keys.focused()).toMatchObject({ name: back })

    await keys.press('Enter')
    await keys.to('button', 'Renvoyer avec ce message')
    await keys.press('Enter')
    expect(await keys.focused()).toMatchObject({ role: 'textbox', name: 'Votre message' })
    await keys.type(words.reason)
    await keys.to('button', 'À préciser')
    await keys.press('Enter')
    await expect(page.getByText('Renvoyée à Maxime.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Maxime, semaine 47' })).toHaveCount(0)

    await keys.to('button', 'Signer la semaine 46 de Maxime')
    await look(page)
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name: 'Maxime, semaine 46' })).toHaveCount(0)
    await keys.to('link', /^Maxime Girard/u)
    await keys.press('Enter')
    await expect(title(page)).toBeFocused()
  })

  test('a trainer records a visit, holds an interview and gets three signatures', async ({
    newDevice,
  }) => {
    test.slow()
    const device = await newDevice(small)
    await readLarge(device.context)
    const { page, keys } = await comeIn(device, names.trainer)
    await expect(title(page)).toHaveText('Vos apprentis')
    await keys.to('link', names.apprentice)
    await keys.press('Enter')
    await expect(title(page)).toHaveText(names.apprentice)

    await test.step('the visit', async () => {
      await keys.to('button', 'Nouvelle visite')
      await keys.press('Enter')
      await expect(title(page)).toHaveText(/^Visite du /u)
      await keys.to('checkbox', names.apprentice)
      await keys.press('Space')
      await keys.to('textbox', 'Vos observations')
      await keys.type(words.visit)
      await keys.to('button', 'Ajouter une action')
      await keys.press('Enter')
      expect(await keys.focused()).toMatchObject({ role: 'textbox', name: 'À faire' })
      await keys.type(words.action)
      await keys.to('radio', 'Maxime')
      await keys.press('Space')
      await keys.to('Date', 'Pour le')
      // The same in whatever order the browser asks for day and month.
      await keys.type('12122026')
      await keys.to('button', 'Ajouter une action')
      await keys.press('Enter')
      await keys.to('button', 'Retirer l’action 2')
      await keys.press('Enter')
      await keys.to('button', 'Envoyer le compte rendu')
      await keys.press('Enter')
      await expect(page.getByText(words.action)).toBeVisible()
      await expect(page.getByText('par Maxime Girard, pour le 12 déc.')).toBeVisible()
      await keys.backTo('link', 'Livret de Maxime Girard')
      await keys.press('Enter')
    })

    await test.step('the interview', async () => {
      await keys.to('button', 'Nouvel entretien')
      await keys.press('Enter')
      await keys.to('button', /^Entretien tripartite/u)
      await keys.press('Enter')
      await writePart(keys, words.trainer, 'J’ai terminé ma partie')
      for (const [who, given] of [
        ['apprentice', 'Maxime'],
        ['master', 'Sophie'],
      ] as const) {
        await keys.to('button', `Passer l’appareil à ${given}`)
        await keys.press('Enter')
        await expect(page.getByRole('dialog').getByRole('heading', { level: 1 })).toBeFocused()
        await writePart(keys, words[who], `Je suis ${names[who]} et j’ai terminé`)
        await expectThanks(page)
        await keys.to('button', `Je suis ${names.trainer}, je reprends`)
        await keys.press('Enter')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      await keys.to('button', 'Terminer et passer aux signatures')
      await keys.press('Enter')
    })

    await test.step('the signatures', async () => {
      await keys.to('button', 'Passer l’appareil à Maxime')
      await keys.press('Enter')
      await keys.to('button', `Je suis ${names.apprentice} et je signe`)
      await keys.press('Enter')
      const next = page.getByRole('heading', { name: `Cet appareil est pour ${names.master}.` })
      await expect(next).toBeFocused()
      await pressSettled(page, keys, `Je suis ${names.master} et je signe`)
      await expectThanks(page)
      await pressSettled(page, keys, `Je suis ${names.trainer} et je signe`)
      await expect(page.getByText('Tout le monde a signé.')).toBeVisible()
      await keys.focused()
    })
    await expectSent(page)
  })

  test('somebody comes in with a code, takes last week again, sees where they stand and takes the livret along', async ({
    newDevice,
  }) => {
    const { page } = await newDevice(small)
    const keys = await keyboardOf(page)
    const follow = async (role: string, name: string | RegExp) => {
      await keys.to(role, name)
      await keys.press('Enter')
    }
    await page.goto('/')
    await expect(page.getByRole('link', { name: 'Se connecter par mail' })).toBeVisible()
    await follow('link', 'Se connecter par mail')
    await keys.to('textbox', 'Votre adresse mail')
    await keys.type('yanis.belkacem@demo.livret.example')
    await follow('button', 'Recevoir un code')
    const code = page.getByRole('textbox', { name: 'Code de six chiffres' })
    await expect(code).toBeFocused()
    await follow('link', 'Voir les mails de la démonstration')
    const mail = await page.getByText('Votre code pour entrer dans Livret').first().innerText()
    await keys.backTo('link', 'Taper le code')
    await keys.press('Enter')
    await keys.to('textbox', 'Code de six chiffres')
    await keys.type(/\d{6}/u.exec(mail)?.[0] ?? '')
    await follow('button', 'Ouvrir mon livret')
    await expect(title(page)).toHaveText('Ma semaine 48')

    await follow('button', /^Reprendre la semaine/u)
    await expect(page.getByRole('checkbox', { checked: true })).not.toHaveCount(0)
    await follow('link', /^Compétences/u)
    await expect(title(page)).toHaveText('Compétences')
    // The one of the tabs: the name of the app is above the title.
    await follow('link', 'Livret')
    await expect(title(page)).toHaveText('Yanis Belkacem')
    await follow('link', 'Télécharger le livret')
    const download = page.waitForEvent('download')
    await follow('button', 'Télécharger depuis cet appareil')
    await download
  })

  test('a coordinator finds who is late, opens the cohort, and looks at a file of skills before it is imported', async ({
    newDevice,
  }) => {
    const office = await newDevice({ viewport: desktop })
    const { page, keys } = await comeIn(office, names.coordinator)
    await keys.to('button', /^En retard/u)
    await keys.press('Enter')
    await expect(page.getByRole('button', { pressed: true })).toHaveText(/^En retard/u)
    await keys.to('link', 'Les semaines de la promotion')
    await keys.press('Enter')
    await expect(title(page)).toHaveText('La promotion')
    await keys.to('radio', 'En retard d’abord')
    await keys.press('ArrowRight')
    await expect(page.getByRole('radio', { name: 'Par nom' })).toBeChecked()
    await keys.to('link', names.apprentice)
    await keys.press('Enter')

    await keys.to('link', /^Le diplôme et le CFA/u)
    await keys.press('Enter')
    await keys.to('link', 'Importer des compétences')
    await keys.press('Enter')
    await expect(title(page)).toHaveText('Importer des compétences')
    const download = page.waitForEvent('download')
    await keys.to('button', 'Télécharger le fichier actuel')
    await keys.press('Enter')
    const file = await readFile(await (await download).path(), 'utf8')
    const buffer = Buffer.from(file.replace('Négocier et vendre', 'Négocier puis vendre'))
    page.on(
      'filechooser',
      (chooser) => void chooser.setFiles({ name: 'ndrc.csv', mimeType: 'text/csv', buffer }),
    )
    await keys.to('button', 'Choisir un fichier CSV')
    await keys.press('Enter')
    await expect(page.getByText(/^1\scompétence avec d’autres mots$/u)).toBeVisible()
    // Nobody else’s livret is changed here: without a network nothing is imported.
    await office.context.setOffline(true)
    await keys.to('button', 'Importer')
    await keys.press('Enter')
    await expect(page.getByRole('alert')).toHaveText(/^Il faut le réseau pour importer/u)
    await keys.to('button', 'Importer encore une fois')
  })

  test('a trainer who chooses from the list reads what was chosen, not the list again', async ({
    newDevice,
  }) => {
    const { page, keys } = await comeIn(await newDevice({ viewport: desktop }), names.trainer)
    await keys.to('link', names.apprentice)
    await keys.press('Enter')
    const chosen = page.getByRole('region', { name: 'Livret choisi' })
    await expect(chosen.getByRole('heading', { name: names.apprentice })).toBeFocused()
    await keys.to('button', 'Nouvelle visite')
  })
})

async function writePart(keys: Keyboard, text: string, done: string): Promise<void> {
  await keys.to('textbox', 'Ce qui avance')
  await keys.type(text)
  await keys.to('button', done)
  await keys.press('Enter')
}

/** On a screen that just changed hands, a key takes a moment to count. */
async function pressSettled(page: Page, keys: Keyboard, name: string): Promise<void> {
  await expect(page.getByRole('button', { name })).toBeEnabled()
  await keys.to('button', name)
  await keys.press('Enter')
}

/** The page of who just answered is gone, and the keyboard is at its end. */
const expectThanks = (page: Page) =>
  expect(page.getByRole('dialog').getByRole('heading', { name: /^Merci/u })).toBeFocused()
