import { readFileSync } from 'node:fs'
import { desktop, expect, test, title } from './support/journey.ts'
import { lookAt } from './support/looks.ts'
import { askForCode, readCode, typeCode } from './support/signIn.ts'

test.use({ story: 'centre' })

const max = { name: 'Max Roy', email: 'max.roy@vins.example' }

/** The line of the model, written over. */
const lineOf = (model: string, change: Readonly<Record<string, string>>) => {
  const [head = '', example = ''] = model.split('\r\n')
  const headings = head.replace('\uFEFF', '').split(';')
  return example
    .split(';')
    .map((cell, at) => {
      const own = change[(headings[at] ?? '').replaceAll('"', '')]
      return own === undefined ? cell : `"${own}"`
    })
    .join(';')
}

test('a coordinator opens logbooks from a file; a master who is new comes in by mail, is replaced, and reads no more', async ({
  deviceOf,
  newDevice,
}) => {
  test.slow()
  const { page: centre, context: office } = await deviceOf('Hélène Martinet', {
    viewport: desktop,
  })
  await centre.goto('/')
  await centre.getByRole('link', { name: 'Ouvrir des livrets' }).click()
  await expect(title(centre)).toHaveText('Ouvrir des livrets')
  const download = centre.waitForEvent('download')
  await centre.getByRole('button', { name: 'Télécharger le modèle' }).click()
  const model = readFileSync(await (await download).path(), 'utf8')
  const [head = ''] = model.split('\r\n')

  const roy = { maître: max.name, 'mail maître': max.email, entreprise: 'Vins du Rhône' }
  const zoe = { apprenti: 'Zoé Blanc', 'mail apprenti': 'zoe.blanc@mail.example' }
  const ali = { apprenti: 'Ali Berger', 'mail apprenti': 'ali.berger@mail.example' }
  const durand = { maître: 'Paul Durand', 'mail maître': 'paul.durand@demo.livret.example' }
  const choose = async (...lines: string[]) => {
    await centre.locator('input[type="file"]').setInputFiles({
      ...{ name: 'rentree.csv', mimeType: 'text/csv' },
      buffer: Buffer.from([head, ...lines].join('\r\n')),
    })
  }
  const second = lineOf(model, { ...ali, ...durand })
  await choose(lineOf(model, { ...zoe, ...roy, 'mail maître': 'max.roy' }), second)
  await expect(centre.getByText(/^Ligne\s2, colonne «\smail maître\s»$/u)).toBeVisible()
  await lookAt(centre, 'open-logbooks-problems')

  await office.setOffline(true)
  await choose(lineOf(model, { ...zoe, ...roy }), second)
  await expect(centre.getByRole('alert')).toHaveText(/^Il faut le réseau/u)
  await office.setOffline(false)
  await centre.getByRole('button', { name: 'Vérifier' }).click()
  await expect(centre.getByText(/^2\slivrets à ouvrir$/u)).toBeVisible()
  // Two apprentices and one master: the other one has been there for long.
  await expect(centre.getByText(/^3\spersonnes arrivent$/u)).toBeVisible()
  await lookAt(centre, 'open-logbooks-preview')
  await centre.getByRole('button', { name: /^Ouvrir 2\slivrets$/u }).click()
  await expect(centre.getByText(/^2\slivrets sont ouverts$/u)).toBeVisible()
  await lookAt(centre, 'open-logbooks-done')
  const opened = centre.getByRole('link', { name: /^Zoé Blanc/u })
  const path = (await opened.getAttribute('href')) ?? ''
  await opened.click()
  await expect(title(centre)).toHaveText('Zoé Blanc')

  // The same file once more opens nothing twice.
  await centre.goto('/centre/livrets')
  await choose(lineOf(model, { ...zoe, ...roy }), second)
  await expect(centre.getByText(/^2\slivrets déjà là$/u)).toBeVisible()
  await expect(centre.getByRole('button', { name: /^Ouvrir \d/u })).toHaveCount(0)

  const { page: master } = await newDevice()
  await master.goto('/')
  await master.getByRole('link', { name: 'Se connecter par mail' }).click()
  await askForCode(master, max.email)
  await typeCode(master, await readCode(master))
  const home = master.getByRole('navigation').getByRole('link', { name: 'À signer' })
  await expect(home).toBeVisible({ timeout: 60_000 })
  await master.goto(path)
  await expect(title(master)).toHaveText('Zoé Blanc')

  await centre.goto(`${path}/personnes`)
  await centre.getByRole('button', { name: 'Faire entrer quelqu’un' }).click()
  const entry = centre.getByRole('dialog')
  await entry.getByLabel('Prénom et nom').fill('Inès Laurent')
  await entry.getByLabel('Adresse mail').fill('ines.laurent@vins.example')
  await entry.getByLabel('Rôle').selectOption('Maître d’apprentissage')
  await lookAt(centre, 'people-entry')
  // A field sends its form, too.
  await entry.getByLabel('Adresse mail').press('Enter')
  await expect(centre.getByText('Inès Laurent est dans le livret.')).toBeVisible()

  await centre.getByRole('button', { name: /^Dernier jour\s: Max Roy/u }).click()
  const end = centre.getByRole('dialog')
  await end.getByLabel('Dernier jour').fill('2026-11-26')
  await lookAt(centre, 'people-last-day')
  await end.getByRole('button', { name: 'Noter ce dernier jour' }).click()
  await expect(centre.getByRole('region', { name: 'Avant' })).toContainText('Max Roy')
  await expect(centre.getByRole('region', { name: 'Aujourd’hui' })).toContainText('Inès Laurent')
  await lookAt(centre, 'people-changed')

  await master.goto('/')
  await expect(master.getByText('Aucun livret ne vous est ouvert.')).toBeVisible({
    timeout: 60_000,
  })
  await master.goto(path)
  await expect(master.getByText('Zoé Blanc')).toHaveCount(0)
})
