import { readFileSync } from 'node:fs'
import { desktop, expect, logbookOf, readyOffline, test, title } from './support/journey.ts'
import { lookAt } from './support/looks.ts'

test.use({ story: 'skillsImport' })

test('a coordinator imports skills from a spreadsheet; the apprentice has them without a network, and keeps what she ticked', async ({
  deviceOf,
}) => {
  test.slow()
  const { page: phone, context } = await deviceOf('Léa Moreau')
  const id = await logbookOf(phone)
  await readyOffline(phone)

  const { page: centre, context: office } = await deviceOf('Hélène Martinet', {
    viewport: desktop,
  })
  await centre.goto(`/livret/${id}/formation`)
  await centre.getByRole('link', { name: 'Importer des compétences' }).click()
  await expect(title(centre)).toHaveText('Importer des compétences')
  await lookAt(centre, 'skills-import')
  const download = centre.waitForEvent('download')
  await centre.getByRole('button', { name: 'Télécharger le fichier actuel' }).click()
  const now = readFileSync(await (await download).path(), 'utf8')
  expect(now).toContain('"Se faire un réseau dans son métier"')

  const choose = async (csv: string) => {
    await centre
      .locator('input[type="file"]')
      .setInputFiles({ name: 'ndrc.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  }
  await choose(now.replace('"B1.C2.1"', '"C2.1"').replace('"Choisir qui prospecter"', '""'))
  await expect(centre.getByText(/^2\spoints à corriger$/u)).toBeVisible()
  await lookAt(centre, 'skills-import-problems')

  // Another wording, a skill of the centre’s own, and one that is no more.
  const lines = now.split('\r\n')
  const sale = lines.find((line) => line.includes('"B1.C2.1"')) ?? ''
  const own = sale
    .replace('"B1.C2.1"', '"B1.C2.9"')
    .replace('"Négocier et vendre"', '"Vendre sur un marché"')
  const next = lines
    .filter((line) => !line.includes('"B1.C1.2"'))
    .flatMap((line) => (line === sale ? [line.replace('et vendre"', 'puis vendre"'), own] : [line]))
    .join('\r\n')
  await choose(next)
  await expect(centre.getByText('Vendre sur un marché')).toBeVisible()
  await expect(centre.getByText(/^Avant\s: Négocier et vendre$/u)).toBeVisible()
  await lookAt(centre, 'skills-import-changes')

  await office.setOffline(true)
  await centre.getByRole('button', { name: 'Importer', exact: true }).click()
  await expect(centre.getByRole('alert')).toHaveText(/^Il faut le réseau pour importer/u)
  await office.setOffline(false)
  await centre.getByRole('button', { name: 'Importer encore une fois' }).click()
  await expect(centre.getByText('Les compétences sont importées')).toBeVisible()
  await lookAt(centre, 'skills-import-done')

  // Her phone hears of it by itself, and has it from then on without a network.
  await phone.goto(`/livret/${id}/competences`)
  const mine = phone.getByRole('link', { name: /^Vendre sur un marché Aucune/u })
  await expect(mine).toBeVisible({ timeout: 60_000 })
  await context.setOffline(true)
  await phone.reload()
  await expect(mine).toBeVisible()
  await expect(phone.getByRole('link', { name: /^Négocier puis vendre/u })).toBeVisible()
  const former = phone.getByRole('region', { name: 'Anciennes compétences' })
  await lookAt(phone, 'skills-former')
  await former.getByRole('link', { name: /Choisir qui prospecter/u }).click()
  await expect(title(phone)).toHaveText('Choisir qui prospecter')
})
