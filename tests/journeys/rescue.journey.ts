import { readFile } from 'node:fs/promises'
import { expectWritten } from './support/inDatabase.ts'
import { chip, expect, logbookOf, test, title } from './support/journey.ts'
import { lookAt } from './support/looks.ts'

test.use({ story: 'rescue' })

const words = 'Inventaire du rayon peinture, avec Marc.'

test('what a phone cannot send reaches the logbook in a file, and once only', async ({
  deviceOf,
}, info) => {
  test.slow()
  const { page: phone, context } = await deviceOf('Chloé Faure')
  const logbookId = await logbookOf(phone)
  // Everything else works: only what is written finds no way.
  let isClosed = true
  await context.route('**/sync/v1/push', (route) => (isClosed ? route.abort() : route.continue()))
  await phone.getByRole('textbox', { name: 'En une phrase' }).fill(words)
  await expectWritten(phone, words)
  await chip(phone).click()
  await expect(title(phone)).toHaveText('Vos envois')
  const file = info.outputPath('livret-secours.json')
  await test.step('she saves it, without a network', async () => {
    await context.setOffline(true)
    const coming = phone.waitForEvent('download')
    await phone.getByRole('button', { name: 'Enregistrer le fichier' }).click()
    await (await coming).saveAs(file)
    await expect(phone.getByText('Le fichier est dans vos téléchargements.')).toBeVisible()
    await lookAt(phone, 'rescue-save')
    expect(await readFile(file, 'utf8')).toContain(words)
    await context.setOffline(false)
  })

  const { page: desk } = await deviceOf('Hélène Martinet')
  await test.step('the coordinator opens it, and sends it', async () => {
    await desk.goto('/moi')
    await desk.getByRole('link', { name: /^Ouvrir un fichier de secours/u }).click()
    await expect(title(desk)).toHaveText('Fichier de secours')
    await lookAt(desk, 'rescue-open')
    const choose = desk.getByLabel('Ouvrir un fichier')
    await choose.setInputFiles({
      ...{ name: 'photo.json', mimeType: 'application/json', buffer: Buffer.from('{}') },
    })
    await expect(desk.getByRole('alert')).toContainText('Ce n’est pas un fichier de secours')
    await lookAt(desk, 'rescue-bad')
    await desk.getByLabel('Ouvrir un autre fichier').setInputFiles(file)
    await expect(desk.getByText('Chloé Faure', { exact: true })).toBeVisible()
    await lookAt(desk, 'rescue-contents')
    await desk.getByRole('button', { name: 'Envoyer au CFA' }).click()
    await expect(desk.getByText('Le CFA a reçu ce fichier')).toBeVisible()
    await lookAt(desk, 'rescue-sent')
  })

  await test.step('and decides about it', async () => {
    await desk.getByRole('link', { name: 'Décider' }).click()
    await expect(title(desk)).toHaveText('À trancher')
    await expect(desk.getByText(words)).toBeVisible()
    await lookAt(desk, 'rescue-held')
    await desk.getByRole('button', { name: /^Prendre en compte\s: Semaine/u }).click()
    await expect(desk.getByText('Il n’y a rien à trancher.')).toBeVisible()
  })

  await test.step('the phone finds its way again: nothing is there twice', async () => {
    isClosed = false
    await phone.reload()
    await chip(phone).click()
    await expect(phone.getByText('Tout ce que vous avez écrit est bien arrivé.')).toBeVisible()
    const own = await phone.evaluate(async (id) => {
      const answer = await fetch(`/api/v1/logbooks/${id}/export`)
      return answer.text()
    }, logbookId)
    expect(own.split(words)).toHaveLength(2)
  })
})
