import type { BrowserContext } from '@playwright/test'
import type { ExportFile } from '#protocol/exportFile.ts'
import {
  becomeInDemo,
  chip,
  expect,
  expectSent,
  logbookOf,
  readyOffline,
  test,
  title,
} from './support/journey.ts'
import { expectWritten } from './support/inDatabase.ts'
import { createThumb, lookAt } from './support/looks.ts'
import { createPersistentPhone } from './support/persistentPhone.ts'
import { photoWithPlace, saysWhere } from './support/photo.ts'

const first = 'Trois devis signés cette semaine.'
const second = ' Une cliente m’a rappelée pour me remercier.'
const passing = 'Un voisin veut un devis.'
const third = ' Vendredi, inventaire des machines.'

test('an apprentice without a network loses nothing: reload, closed tab, dead battery; then all leaves by itself', async ({
  livret,
  watch,
}) => {
  test.slow()
  const device = await createPersistentPhone(livret.url)
  try {
    // At the centre, once: the app comes in.
    let { context, page } = await device.open()
    watch(page, 'Camille')
    await becomeInDemo(page, 'Camille Vidal')
    await readyOffline(page)
    const photo = await photoWithPlace(page)
    expect(saysWhere(photo)).toBe(true)

    // In the company: no network, and no server at its end.
    await livret.kill()
    await context.setOffline(true)
    await page.goto('/?source=pwa')
    await expect(title(page)).toHaveText('Ma semaine 48')
    await expect(page.getByRole('group', { name: /^La frise/u })).toBeVisible()

    // The icon was the first tap.
    const thumb = createThumb()
    for (const task of ['Suivi du client', 'Négociation et vente', 'Diagnostic client']) {
      await thumb.tap(page.getByRole('checkbox', { name: task, exact: true }))
    }
    const told = () => page.getByRole('textbox', { name: 'En une phrase' })
    await told().pressSequentially(first)
    await thumb.tap(page.getByRole('radio', { name: 'Bien' }))

    await test.step('typed, and reloaded in the same moment', async () => {
      await page.reload()
      await expect(told()).toHaveValue(first)
      await expect(page.getByRole('radio', { name: 'Bien' })).toBeChecked()
    })

    await test.step('typed, and the tab is closed in the same moment', async () => {
      await told().press('Control+End')
      await told().pressSequentially(second)
      await page.close()
      page = await context.newPage()
      watch(page, 'Camille')
      await page.goto('/')
      await expect(told()).toHaveValue(first + second)
    })

    await test.step('typed, kept, and the battery dies', async () => {
      await told().press('Control+End')
      await told().pressSequentially(third)
      await expectWritten(page, third)
      await device.kill()
      ;({ context, page } = await device.open())
      watch(page, 'Camille')
      await context.setOffline(true)
      await page.goto('/')
      await expect(told()).toHaveValue(first + second + third)
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3)
    })

    await test.step('a moment, a photo and a skill, for who wants to', async () => {
      await page.getByRole('button', { name: 'Écrire' }).click()
      await page.keyboard.type(passing)
      await page.getByText('Ajouter une photo, des compétences').click()
      const file = { name: 'chantier.jpg', mimeType: 'image/jpeg', buffer: photo }
      await page.getByLabel('Ajouter une photo').setInputFiles(file)
      await expect(page.getByRole('img', { name: 'Photo 1' })).toBeVisible()
      await page
        .getByRole('group', { name: 'Compétences travaillées' })
        .getByRole('checkbox')
        .first()
        .check()
      await expect(page.getByText('Photos et compétences : 1 photo, 1 compétence')).toBeVisible()
    })

    await thumb.tap(page.getByRole('button', { name: 'Envoyer à Éric Soulier' }))
    await expect(page.getByRole('heading', { name: 'Gardée sur cet appareil' })).toBeFocused()
    await expect(chip(page)).toHaveText('En attente d’envoi (2)')
    await expect(page.getByRole('alert')).toHaveCount(0)
    const inRibbon = page.getByRole('link', { name: /^Semaine 48 \(23/u })
    await expect(inRibbon).toHaveAccessibleName(/pas encore envoyée$/u)
    await lookAt(page, 'week-kept')
    expect(1 + thumb.taps(), 'the icon, three tasks, how it went, send').toBeLessThanOrEqual(6)

    await livret.start()
    await context.setOffline(false)
    await expectSent(page)
    await expect(page.getByRole('heading', { name: 'Envoyée à Éric Soulier' })).toBeVisible()
    await expect(inRibbon).toHaveAccessibleName(/\s: envoyée$/u)

    await expect(page.getByText(passing)).toBeVisible()
    const stored = await storedPhotos(context, await logbookOf(page))
    expect(stored).toHaveLength(1)
    expect(stored.map((bytes) => bytes.subarray(0, 3).toString('hex'))).toEqual(['ffd8ff'])
    expect(stored.some(saysWhere)).toBe(false)
  } finally {
    await device.remove()
    await livret.start()
  }
})

/** The bytes of every photo of this livret, as the phone sent them. */
async function storedPhotos(context: BrowserContext, logbookId: string): Promise<Buffer[]> {
  const logbook = `/api/v1/logbooks/${logbookId}`
  const file = (await (await context.request.get(`${logbook}/export`)).json()) as ExportFile
  const hashes = file.documents
    .flatMap(({ versions }) => versions.flatMap(({ content }) => Object.values(content)))
    .flatMap((value) => (value !== null && typeof value === 'object' ? [value.sha256] : []))
  const answers = await Promise.all(
    hashes.map((sha256) => context.request.get(`${logbook}/files/${sha256}?form=original`)),
  )
  return Promise.all(answers.map((answer) => answer.body()))
}
