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
  readyOffline,
  test,
  type Page,
} from './support/journey.ts'
import { createThumb, expectNoBarrier, lookAt, picture } from './support/looks.ts'
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
    await lea.getByLabel('Ajouter une photo').setInputFiles({ name, mimeType, buffer })
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
    const photo = await photoWithPlace(lea)
    const thumb = createThumb()
    const camera = lea.waitForEvent('filechooser')
    await thumb.tap(lea.getByLabel('Photo', { exact: true }))
    await (await camera).setFiles({ name: 'v.jpg', mimeType: 'image/jpeg', buffer: photo })
    await expect(lea.getByText('La photo est dans votre semaine.')).toBeVisible()
    await expect(lea.getByRole('img', { name: 'Photo 1' })).toBeVisible()
    const ofCamera = 2
    expect(thumb.taps() + ofCamera, 'photo; shutter, use it').toBeLessThanOrEqual(3)
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
    const link = lea.getByRole('link', { name: 'Télécharger avec photos et mémos (ZIP)' })
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

const saidInWords = 'J’ai accueilli deux clients avec Julie.'

test('a memo: said without a network, kept by a page that dies, heard and signed elsewhere', async ({
  deviceOf,
  watch,
}) => {
  test.slow()
  const device = await deviceOf('Inès Haddad')
  const { context } = device
  let ines = device.page
  await readyOffline(ines)
  await context.setOffline(true)
  await ines.goto('/')
  const memo = (n: number, page = ines) =>
    page.getByRole('group', { name: new RegExp(`^Mémo vocal\\s${n}$`, 'u') })
  const begin = async () => {
    await ines.getByRole('button', { name: 'Enregistrer un mémo vocal' }).click()
    const dialog = ines.getByRole('dialog', { name: 'Mémo vocal' })
    await expect(dialog.getByRole('timer')).toHaveText(/^0:0[2-9] sur 3:00$/u)
    return dialog
  }
  const reopen = async () => {
    ines = await context.newPage()
    watch(ines, 'Inès')
    await ines.goto('/')
  }

  await test.step('the page dies while she speaks', async () => {
    await begin()
    const line = await context.newCDPSession(ines)
    const gone = ines.waitForEvent('crash')
    void line.send('Page.crash').catch(() => undefined)
    await gone
    await ines.close()
    await reopen()
    expect(await lengthOf(memo(1))).toBeGreaterThan(0.9)
  })

  await test.step('and is closed while she speaks', async () => {
    await begin()
    await ines.close()
    await reopen()
    expect(await lengthOf(memo(2))).toBeGreaterThan(0.9)
    await expect(memo(3)).toHaveCount(0)
  })

  await test.step('a third one ends by a tap, is heard again, and is taken away', async () => {
    const dialog = await begin()
    await lookAt(ines, 'memo-dialog')
    await dialog.getByText('Arrêter').click()
    await expect(ines.getByText('Le mémo est dans votre semaine.')).toBeVisible()
    expect(await lengthOf(memo(3))).toBeGreaterThan(0.9)
    await lookAt(ines, 'memo-week')
    await memo(3)
      .getByRole('button', { name: /^Retirer le mémo/u })
      .click()
    await expect(memo(3)).toHaveCount(0)
    await memo(1).getByText('L’écrire aussi, si vous voulez').click()
    await memo(1).getByRole('textbox').fill(saidInWords)
    await ines.getByRole('button', { name: 'Envoyer à Julie Fabre' }).click()
    await expect(chip(ines)).toHaveText(/^En attente d’envoi/u)
    await expect(ines.getByText(saidInWords)).toBeVisible()
  })

  const { page: julie, context: shop } = await deviceOf('Julie Fabre')
  const signButton = julie.getByRole('button', { name: /^Signer la semaine\s48 d’Inès$/u })
  await test.step('the words come first; nobody signs what cannot be heard', async () => {
    await context.route(/\/files\//u, (route) => route.abort())
    await context.setOffline(false)
    await expect(julie.getByText(saidInWords)).toBeVisible({ timeout: 60_000 })
    await expect(julie.getByText(/^2\smémos vocaux ne sont pas encore arrivés$/u)).toBeVisible()
    await expect(julie.getByText('Mémo vocal pas encore sur cet appareil')).toHaveCount(2)
    await expect(signButton).toHaveCount(0)
    await lookAt(julie, 'memo-missing')
    await inAllLooks(julie, memo(2, julie), 'memo-missing-card')
    await julie.setViewportSize(phone)
  })

  await test.step('once it is here it is heard without a network, and signed', async () => {
    await ines.getByRole('banner').getByRole('button').click()
    await expect(ines.getByText('2 mémos vocaux')).toBeVisible()
    await lookAt(ines, 'memo-sending')
    await context.unroute(/\/files\//u)
    await ines.getByRole('button', { name: 'Envoyer maintenant' }).click()
    await expectSent(ines)
    await expect(signButton).toBeVisible({ timeout: 60_000 })
    await readyOffline(julie)
    await shop.setOffline(true)
    await julie.goto('/')
    for (const n of [1, 2]) expect(await lengthOf(memo(n, julie))).toBeGreaterThan(0.9)
    await lookAt(julie, 'memo-to-sign')
    await inAllLooks(julie, memo(2, julie), 'memo-to-sign-card')
    await signButton.click()
    await shop.setOffline(false)
    await expectSent(julie)
  })
})

/** How long a memo is by its player, in seconds, once that has read it. */
async function lengthOf(memo: Locator): Promise<number> {
  const audio = memo.locator('audio')
  await expect(audio).toBeVisible()
  const read = (element: HTMLAudioElement) =>
    element.readyState > 0 && Number.isFinite(element.duration) ? element.duration : 0
  await expect.poll(() => audio.evaluate(read)).toBeGreaterThan(0)
  return audio.evaluate(read)
}

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
