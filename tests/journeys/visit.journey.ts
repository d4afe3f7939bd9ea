import type { Locator, Page } from '@playwright/test'
import { expect, expectSent, readyOffline, test, title } from './support/journey.ts'
import { createThumb, expectNoBarrier, lookAt, picture } from './support/looks.ts'

const seen = 'Yanis tient son secteur seul. Le CRM est à jour.'
const words = {
  trainer: 'Yanis a gagné en autonomie.',
  apprentice: 'Je sais mener un rendez-vous jusqu’au devis.',
  master: 'Il relance ses devis sans que je le demande.',
}
const names = { apprentice: 'Yanis Belkacem', master: 'Nathalie Brun', trainer: 'Karim Benali' }
const given = { apprentice: 'Yanis', master: 'Nathalie' }

test('a visit and three signatures happen on one phone without a network, and each of them counts', async ({
  deviceOf,
  livret,
}) => {
  test.slow()
  const { page, context } = await deviceOf(names.trainer)
  await readyOffline(page)
  await expect(title(page)).toHaveText('Vos apprentis')
  // He is late with nothing: he stands among all, not among those who need something.
  const everybody = page.getByRole('radio', { name: /^Tous/u })
  await everybody.click()
  const row = page.getByRole('listitem').filter({ hasText: names.apprentice })
  await expect(row).toBeVisible()

  await livret.kill()
  await context.setOffline(true)
  await page.goto('/')

  await test.step('the visit: six taps and what was seen', async () => {
    const thumb = createThumb()
    await thumb.tap(everybody)
    await thumb.tap(page.getByRole('link', { name: names.apprentice }))
    await thumb.tap(page.getByRole('button', { name: 'Nouvelle visite' }))
    await thumb.tap(page.getByRole('checkbox', { name: names.apprentice }))
    await thumb.tap(page.getByRole('checkbox', { name: names.master }))
    await page.getByRole('textbox', { name: 'Vos observations' }).pressSequentially(seen)
    await thumb.tap(page.getByRole('button', { name: 'Envoyer le compte rendu' }))
    await expect(page.getByText(/^Pas encore marqué comme lu/u)).toBeVisible()
    expect(thumb.taps()).toBeLessThanOrEqual(6)
    await expect(page.getByText('Gardée sur cet appareil')).toBeVisible()
    await lookAt(page, 'visit-kept')
  })

  await test.step('the interview: each writes their part on this phone', async () => {
    await page.getByRole('link', { name: /^Livret de? ?.*Yanis/u }).click()
    await page.getByRole('button', { name: 'Nouvel entretien' }).click()
    await page.getByRole('button', { name: /^Entretien tripartite/u }).click()
    await writePart(page.getByRole('main'), words.trainer, 'J’ai terminé ma partie')

    await page.getByRole('button', { name: `Passer l’appareil à ${given.apprentice}` }).click()
    const screen = page.getByRole('dialog')
    await expect(screen.getByRole('heading', { level: 1 })).toBeFocused()
    await expectOnlyTheirs(page, [words.trainer, seen])
    await expectNoBarrier(page)
    await picture(page, 'hand-over-write')
    await writePart(screen, words.apprentice, `Je suis ${names.apprentice} et j’ai terminé`)
    await expect(screen.getByRole('heading', { level: 1 })).toContainText('Merci.')
    await expectOnlyTheirs(page, Object.values(words))
    await expectNoBarrier(page)

    await screen.getByRole('button', { name: `Passer l’appareil à ${given.master}` }).click()
    await expectOnlyTheirs(page, [words.trainer, words.apprentice])
    await writePart(screen, words.master, `Je suis ${names.master} et j’ai terminé`)
    await screen.getByRole('button', { name: `Je suis ${names.trainer}, je reprends` }).click()
    await expect(screen).toHaveCount(0)
  })

  await test.step('the signatures: four taps, and nothing of one signer before the next', async () => {
    await page.getByRole('button', { name: 'Terminer et passer aux signatures' }).click()
    const thumb = createThumb()
    const screen = page.getByRole('dialog')
    await thumb.tap(page.getByRole('button', { name: `Passer l’appareil à ${given.apprentice}` }))
    for (const part of Object.values(words)) await expect(screen.getByText(part)).toBeVisible()
    await expectNoBarrier(page)
    await picture(page, 'hand-over-sign')
    await thumb.tap(screen.getByRole('button', { name: `Je suis ${names.apprentice} et je signe` }))
    await expect(screen.getByRole('heading', { level: 1 })).toHaveText(
      `Cet appareil est pour ${names.master}.`,
    )
    await expect(screen.getByRole('heading', { level: 1 })).toBeFocused()
    await expectWholeScreen(page)
    await expect(screen.getByText('Signé', { exact: true })).toHaveCount(0)
    await expect(screen.getByText(`Je suis ${names.apprentice}`)).toHaveCount(0)
    await picture(page, 'hand-over-next')
    await thumb.tap(screen.getByRole('button', { name: `Je suis ${names.master} et je signe` }))
    await expectOnlyTheirs(page, [...Object.values(words), names.master])
    await expectNoBarrier(page)
    await picture(page, 'hand-over-own')
    await thumb.tap(screen.getByRole('button', { name: `Je suis ${names.trainer} et je signe` }))
    await expect(page.getByText('Tout le monde a signé.')).toBeVisible()
    expect(thumb.taps(), 'hand over, sign, sign, sign').toBeLessThanOrEqual(4)
  })

  await livret.start()
  await context.setOffline(false)
  await expectSent(page)

  await test.step('the master finds it on her own device, with how it was signed', async () => {
    const { page: own } = await deviceOf(names.master)
    await expect(own.getByText(seen)).toBeVisible()
    const told = own.getByText(`Signé en votre nom sur l’appareil de ${names.trainer}`)
    await expect(told).toBeVisible()
    await expectNoBarrier(own)
    await picture(own, 'signed-for-you-phone')
    await own.getByRole('button', { name: 'C’est bien moi' }).click()
    await expect(told).toHaveCount(0)
    await expectSent(own)
    await own.getByRole('link', { name: new RegExp(`^${names.apprentice}`, 'u') }).click()
    await own.getByRole('link', { name: /^Entretien tripartite.*27 novembre/u }).click()
    await expect(own.getByText('Tout le monde a signé.')).toBeVisible()
    for (const evidence of await own.getByText('Voir la preuve').all()) await evidence.click()
    await expect(own.getByText(`En personne, sur l’appareil de ${names.trainer}`)).toHaveCount(2)
    await expect(own.getByText('Avec la clé de son appareil')).toHaveCount(1)
  })
})

test('who was handed the phone stays on their screen: neither Escape nor Back gives them the owner’s pages', async ({
  deviceOf,
}) => {
  const { page } = await deviceOf(names.trainer)
  await page.getByRole('link', { name: 'Théo Blanc' }).click()
  await page.getByRole('link', { name: /^Entretien tripartite/u }).click()
  await page.getByRole('button', { name: 'Passer l’appareil à Nathalie' }).click()
  const screen = page.getByRole('dialog')
  const heading = screen.getByRole('heading', { name: 'Cet appareil est pour Nathalie Brun.' })
  await expect(heading).toBeVisible()

  // Browsers let a second Escape pass if nobody touched the page in between.
  for (const _ of [1, 2, 3]) await page.keyboard.press('Escape')
  await expect(heading).toBeVisible()
  await expectWholeScreen(page)

  await page.goBack()
  await expect(heading).toBeVisible()
  await expectWholeScreen(page)

  await screen.getByRole('button', { name: `Rendre l’appareil à ${names.trainer}` }).click()
  await expect(title(page)).toHaveText('Entretien tripartite')
})

async function writePart(where: Locator, text: string, done: string): Promise<void> {
  await where.getByRole('textbox', { name: 'Ce qui avance' }).fill(text)
  await where.getByRole('button', { name: done }).click()
}

/** Nothing of the others is on the screen, and what is behind it is out of reach. */
async function expectOnlyTheirs(page: Page, others: readonly string[]): Promise<void> {
  await expectWholeScreen(page)
  for (const text of others) await expect(page.getByRole('dialog').getByText(text)).toHaveCount(0)
}

/** The hand-over lies over all the rest, which is inert while it is modal. */
async function expectWholeScreen(page: Page): Promise<void> {
  const covers = () =>
    page.getByRole('dialog').evaluate((dialog) => {
      const { left, top, width, height } = dialog.getBoundingClientRect()
      const whole = width >= innerWidth && height >= innerHeight
      return dialog.matches(':modal') && left <= 0 && top <= 0 && whole
    })
  await expect.poll(covers).toBe(true)
}
