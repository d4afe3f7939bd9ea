import { expect, logbookOf, test, title, type Page } from './support/journey.ts'
import { comeIn, type Keyboard } from './support/keyboard.ts'
import { narrow } from './support/looks.ts'
import { sendOfNewerApp } from './support/newerApp.ts'

// People come and go, weeks go back: that is nobody else’s story.
test.use({ story: 'keyboard dialogs' })

const small = { viewport: narrow }

test.describe('with a keyboard alone, dialogs open, keep the keyboard and give it back', () => {
  test('a master sends a week back from its own page, and the apprentice corrects one that was signed', async ({
    newDevice,
  }) => {
    const { page, keys } = await comeIn(await newDevice(small), 'Sophie Marchand')
    const path = await pathOf(page, 'Maxime Girard')
    await page.goto(`${path}/semaine/2026-W46`)
    await keys.to('button', 'Renvoyer à corriger')
    await expectDialogOpens(page, keys)
    await keys.to('button', 'À préciser')
    await keys.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Renvoyer à corriger' })).toHaveCount(0)
    await keys.focused()

    const own = await comeIn(await newDevice(small), 'Maxime Girard')
    await own.page.goto(`${path}/semaine/2026-W40`)
    await own.keys.to('button', 'Corriger quand même')
    await own.keys.press('Enter')
    await expect(own.page.getByText('Vous corrigez une semaine déjà signée')).toBeVisible()
    await own.keys.focused()
    await own.keys.to('button', 'Envoyer à Sophie Marchand')
  })

  test('a coordinator decides about what was put aside', async ({ newDevice, deviceOf }) => {
    const { page: phone } = await deviceOf('Léa Moreau')
    await sendOfNewerApp(phone, await logbookOf(phone))
    const { page, keys } = await comeIn(await newDevice(small), 'Hélène Martinet')
    await keys.to('link', /^Léa Moreau 2 envois attendent/u)
    await keys.press('Enter')
    await expect(title(page)).toHaveText('À trancher')
    await expect(title(page)).toBeFocused()

    // Nothing can read it today either: it stays, and so does the keyboard.
    await keys.to('button', /^Prendre en compte : Semaine 47/u)
    await keys.press('Enter')
    await expect(page.getByRole('alert')).toBeVisible()
    expect(await keys.focused()).toMatchObject({
      name: expect.stringMatching(/^Prendre en compte : Semaine 47/u),
    })

    const refuse = /^Ne pas prendre en compte : Envoi inconnu/u
    await keys.to('button', refuse)
    await expectDialogOpens(page, keys)
    await keys.to('button', 'Ne pas prendre en compte')
    await keys.press('Enter')
    expect(await keys.focused()).toMatchObject({ role: 'textbox', name: 'Pourquoi ?' })
    await keys.type('Cette fonction n’existe pas encore.')
    await keys.to('button', 'Ne pas prendre en compte')
    await keys.press('Enter')
    await expect(page.getByText(/^Ce n’est pas pris en compte/u)).toBeVisible()
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1)
    await keys.focused()
  })

  // Last: whoever leaves a livret has no week to send back any more.
  test('a coordinator lets somebody in, and notes the last day of somebody else', async ({
    newDevice,
  }) => {
    const { page, keys } = await comeIn(await newDevice(small), 'Hélène Martinet')
    await page.goto(`${await pathOf(page, 'Maxime Girard')}/personnes`)
    await expect(title(page)).toHaveText('Personnes du livret')

    await keys.to('button', 'Faire entrer quelqu’un')
    await expectDialogOpens(page, keys)
    await keys.to('button', 'Faire entrer')
    await keys.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Prénom et nom' })).toBeFocused()
    await keys.type('Inès Laurent')
    await keys.to('textbox', 'Adresse mail')
    await keys.type('ines.laurent@vins.example')
    await keys.to('combobox', 'Rôle')
    await keys.type('Ma')
    await keys.to('button', 'Faire entrer')
    await keys.press('Enter')
    await expect(page.getByText('Inès Laurent est dans le livret.')).toBeVisible()
    expect(await keys.focused()).toMatchObject({ name: 'Faire entrer quelqu’un' })

    await keys.backTo('button', /^Dernier jour : Sophie Marchand/u)
    await expectDialogOpens(page, keys)
    await keys.to('Date', 'Dernier jour')
    // The same in whatever order the browser asks for day and month.
    await keys.type('11112026')
    await keys.to('button', 'Noter ce dernier jour')
    await keys.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('region', { name: 'Avant' })).toContainText('Sophie Marchand')
    // Her line is another one now, further down.
    expect(await keys.focused()).toMatchObject({ role: 'heading', name: 'Aujourd’hui' })
  })
})

/** Stops of the longest dialog, and some more: around it and back. */
const AROUND = 16

/**
 * Enter on what has the focus opens a dialog, whose title has it then; Tab stays inside; Escape gives
 * it back to what opened it, on a page that has not moved. Open again in the end.
 */
async function expectDialogOpens(page: Page, keys: Keyboard): Promise<void> {
  const opener = await keys.focused()
  const place = await page.evaluate(() => scrollY)
  const dialog = page.getByRole('dialog')
  await keys.press('Enter')
  await expect(dialog.getByRole('heading').first()).toBeFocused()
  for (let stops = 0; stops < AROUND; stops += 1) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(isOutside), 'the page behind has the focus').toBe(false)
  }
  await keys.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(await keys.focused()).toEqual(opener)
  expect(await page.evaluate(() => scrollY)).toBe(place)
  await keys.press('Enter')
  await expect(dialog).toBeVisible()
}

/** Behind the last stop, a browser goes to its own bar, and comes back. Runs in the page. */
function isOutside(): boolean {
  const { activeElement, body } = document
  return activeElement !== body && activeElement?.closest('dialog[open]') === null
}

/** Address of somebody’s livret, as the page links to it. */
async function pathOf(page: Page, name: string): Promise<string> {
  const link = page.getByRole('link', { name: new RegExp(`^${name}`, 'u') }).first()
  const href = await link.getAttribute('href')
  return href?.split('/').slice(0, 3).join('/') ?? ''
}
