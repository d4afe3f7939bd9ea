import { createHash } from 'node:crypto'
import type { ExportFile } from '#protocol/exportFile.ts'
import { chip, desktop, expect, expectSent, logbookOf, test, type Page } from './support/journey.ts'
import { expectNoBarrier, picture } from './support/looks.ts'
import { heavyPhoto, heicPhoto, photoWithPlace, saysWhere } from './support/photo.ts'

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
    await lea.getByText('Ajouté : 1 compétence').click()
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
    await showWaiting(paul)
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

  await test.step('what was signed are the bytes of the phone, and they say nothing else', async () => {
    await lea.goto('/')
    const logbook = `/api/v1/logbooks/${await logbookOf(lea)}`
    const file = (await (await context.request.get(`${logbook}/export`)).json()) as ExportFile
    const entry = file.documents.find(({ versions }) =>
      versions.some(({ content }) => content['told'] === words),
    )
    const photos = Object.values(entry?.versions[0]?.content ?? {}).flatMap((value) =>
      value !== null && typeof value === 'object' ? [value] : [],
    )
    expect(photos.map(({ size }) => size > 524_288).sort()).toEqual([false, true])
    expect(entry?.signatures).toHaveLength(1)
    for (const { sha256, size } of photos) {
      const answer = await context.request.get(`${logbook}/files/${sha256}?form=original`)
      const bytes = await answer.body()
      expect(bytes).toHaveLength(size)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
      expect(saysWhere(bytes)).toBe(false)
    }
  })
})

/** The waiting card in both sizes and themes. */
async function showWaiting(page: Page): Promise<void> {
  const notice = page.getByText('Vous pourrez signer dès qu’elles seront là.')
  for (const [size, viewport] of [
    ['phone', { width: 360, height: 740 }],
    ['desktop', desktop],
  ] as const) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await notice.scrollIntoViewIfNeeded()
      await picture(page, `photos-missing-${size}-${colorScheme}`)
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
