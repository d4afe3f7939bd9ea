import type { Locator } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { filesOf } from '#domain/content.ts'
import { FILE_REQUEST_MAX } from '#protocol/conversation.ts'
import { exportFileSchema } from '#protocol/exportFile.ts'
import { verifyExport } from '#protocol/verifyExport.ts'
import { unzip } from '#tests/support/unzip.ts'
import {
  chip,
  desktop,
  expect,
  expectSent,
  logbookOf,
  phone,
  test,
  type Page,
} from './support/journey.ts'
import { expectNoBarrier, picture } from './support/looks.ts'
import { heavyPhoto, heicPhoto, photoWithPlace, saysWhere } from './support/photo.ts'

test.use({ story: 'photos' })

const words = 'Vitrine refaite avec Karim, avant et après.'

test('photos: small at once, heavy ones in pieces, signed only when they can be looked at', async ({
  deviceOf,
}) => {
  test.slow()
  const { page: lea, context } = await deviceOf('Léa Moreau')
  const { page: paul } = await deviceOf('Paul Durand', { viewport: desktop })
  const sent: string[] = []
  lea.on('request', (request) => {
    const path = new URL(request.url()).pathname
    if (request.method() === 'PUT') sent.push(path.replace(/^.*files\/[\da-f]{64}/u, ''))
  })
  const take = async (name: string, buffer: Buffer, mimeType = 'image/jpeg') => {
    await lea.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
  }

  await test.step('a file of another phone is refused in words, and the text stays', async () => {
    await lea.getByRole('textbox', { name: 'En une phrase' }).fill(words)
    await lea.getByText(/^Photos et compétences/u).click()
    await take('IMG_0042.HEIC', heicPhoto(), 'image/heic')
    await expect(lea.getByRole('alert')).toHaveText(/^Cet appareil ne lit pas les photos HEIC\./u)
    await lea.getByRole('alert').scrollIntoViewIfNeeded()
    await picture(lea, 'photo-heic-phone')
  })

  await test.step('two photos, one of them heavy', async () => {
    // The photos of this phone do not get through for now; its words do.
    await context.route(/\/files\//u, (route) => route.abort())
    await take('vitrine.jpg', await photoWithPlace(lea))
    await expect(lea.getByRole('img', { name: 'Photo 1' })).toBeVisible()
    await take('stock.jpg', await heavyPhoto(lea))
    await expect(lea.getByRole('img', { name: 'Photo 2' })).toBeVisible()
    await lea.getByRole('img', { name: 'Photo 2' }).scrollIntoViewIfNeeded()
    await picture(lea, 'photos-phone')
    await expectNoBarrier(lea)
    await lea.getByRole('button', { name: 'Envoyer à Paul Durand' }).click()
    await expect(chip(lea)).toHaveText(/^En attente d’envoi/u)
  })

  const card = paul.getByRole('heading', { name: 'Léa, semaine 48' })
  const signButton = paul.getByRole('button', { name: /^Signer la semaine\s48 de\sLéa$/u })
  await test.step('the words are there; the signature waits for the photos and says so', async () => {
    await expect(paul.getByText(words)).toBeVisible({ timeout: 30_000 })
    await expect(paul.getByText(/^2\sphotos ne sont pas encore arrivées$/u)).toBeVisible()
    await expect(signButton).toHaveCount(0)
    await card.scrollIntoViewIfNeeded()
    await expectNoBarrier(paul)
    const notice = paul.getByText('Vous pourrez signer dès qu’elles seront là.')
    await inAllLooks(paul, notice, 'photos-missing')
  })

  await test.step('the photos come through: the button is there without a reload', async () => {
    await context.unroute(/\/files\//u)
    await lea.getByRole('banner').getByRole('button').click()
    await lea.getByRole('button', { name: 'Envoyer maintenant' }).click()
    await expectSent(lea)
    expect(sent).toContain('/pieces/0')
    expect(sent).toContain('/pieces/131072')
    expect(sent).toContain('')
    await expect(signButton).toBeVisible({ timeout: 30_000 })
    await expect(paul.getByRole('button', { name: /^Agrandir la photo/u })).toHaveCount(2)
    await card.scrollIntoViewIfNeeded()
    await picture(paul, 'photos-to-sign-desktop')
    await paul.getByRole('button', { name: 'Agrandir la photo 1' }).click()
    const large = paul.getByRole('dialog').getByRole('img', { name: 'Photo 1' })
    await expect
      .poll(() => large.evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(320)
    await picture(paul, 'photo-large-desktop')
    await paul.keyboard.press('Escape')
    await signButton.click()
    await expectSent(paul)
  })

  await test.step('the livret leaves with the bytes of the phone, which say nothing else', async () => {
    await lea.goto('/')
    await lea.goto(`/livret/${await logbookOf(lea)}/export`)
    const link = lea.getByRole('link', { name: 'Télécharger avec les photos (ZIP)' })
    await expect(link).toBeVisible()
    await expectNoBarrier(lea)
    await inAllLooks(lea, link, 'export')
    const [download] = await Promise.all([lea.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/^livret-lea-moreau-.*\.zip$/u)
    const files = unzip(await readFile(await download.path()))
    const file = exportFileSchema.parse(JSON.parse(String(files.get('livret.json'))))
    const entry = file.documents.find(({ versions }) =>
      versions.some(({ content }) => content['told'] === words),
    )
    const named = filesOf(entry?.versions[0]?.content ?? {})
    expect(named.map(({ size }) => size > FILE_REQUEST_MAX).sort()).toEqual([false, true])
    expect(entry?.signatures).toHaveLength(1)
    const photos = new Map(
      named.map(({ sha256 }) => [sha256, files.get(`photos/${sha256}.jpg`) ?? Buffer.alloc(0)]),
    )
    const found = await verifyExport(file, undefined, photos)
    expect(found.filter(({ document }) => document === entry?.id)).toEqual([])
    expect([...photos.values()].filter(saysWhere)).toEqual([])
  })
})

/** A screen around `thing` in both sizes and themes. */
async function inAllLooks(page: Page, thing: Locator, name: string): Promise<void> {
  for (const [size, viewport] of [
    ['phone', phone],
    ['desktop', desktop],
  ] as const) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await thing.scrollIntoViewIfNeeded()
      await picture(page, `${name}-${size}-${colorScheme}`)
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
