import { expect, logbookOf, readyOffline, test, title } from './support/journey.ts'
import { createThumb, lookAt, picture } from './support/looks.ts'
import { sendOfNewerApp } from './support/newerApp.ts'

test('the coordinator sees what was put aside, reads it and decides, with the network alone', async ({
  deviceOf,
}) => {
  test.slow()
  const { page: phone } = await deviceOf('Léa Moreau')
  await sendOfNewerApp(phone, await logbookOf(phone))
  const { page, context } = await deviceOf('Hélène Martinet')

  await test.step('who is late: two taps', async () => {
    const thumb = createThumb()
    const late = page.getByRole('button', { name: /^En retard/u })
    // One row under the thumb, however many needs there are.
    const counts = page.getByRole('group', { name: 'Ce qui est attendu' }).getByRole('button')
    await expect(counts.first()).toBeVisible()
    const tops = await counts.evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().top),
    )
    expect(tops.length).toBeGreaterThan(2)
    expect(new Set(tops).size).toBe(1)
    const count = Number(/\d+/u.exec(await late.innerText())?.[0])
    await thumb.tap(late)
    const list = page.getByRole('list', { name: 'Liste des apprentis' })
    await expect(list.getByText(/en retard/u)).toHaveCount(count)
    expect(1 + thumb.taps(), 'the icon, the count').toBeLessThanOrEqual(2)
    await late.click()
  })

  const waiting = page.getByRole('region', { name: 'À trancher (2)' }).getByRole('link')
  await expect(waiting).toHaveText(/Léa Moreau2\senvois attendent votre décision/u)
  await lookAt(page, 'held-home')
  await waiting.focus()
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('À trancher')
  await expect(page.getByText('Quatre rendez-vous pris')).toBeVisible()
  await lookAt(page, 'held-list')
  await page
    .getByRole('button', { name: /^Ne pas/u })
    .first()
    .scrollIntoViewIfNeeded()
  await picture(page, 'held-decision-phone')

  // Nothing here can read it today either, and nothing is lost by trying.
  const take = page.getByRole('button', { name: /^Prendre en compte\s: Semaine\s47/u })
  await take.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(/^Livret ne sait toujours pas le traiter/u)

  const unknown = /^Ne pas prendre en compte\s: Envoi inconnu/u
  await page.getByRole('button', { name: unknown }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ne pas prendre en compte' })
  const confirm = dialog.getByRole('button', { name: 'Ne pas prendre en compte' })
  await confirm.press('Enter')
  await expect(dialog.getByText('Écrivez pourquoi, en quelques mots.')).toBeVisible()
  await lookAt(page, 'held-refuse')
  await dialog.getByLabel('Pourquoi').fill('Cette fonction n’existe pas encore.')

  await context.setOffline(true)
  await confirm.press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText(/^Il faut le réseau pour trancher/u)
  await context.setOffline(false)
  await confirm.press('Enter')
  await expect(page.getByText(/^Ce n’est pas pris en compte/u)).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1)
  await lookAt(page, 'held-settled')
})

test('where nothing waits, and where there is no network, the page says so', async ({
  deviceOf,
}) => {
  const { page: phone } = await deviceOf('Inès Haddad')
  const path = `/livret/${await logbookOf(phone)}/a-trancher`
  const { page, context } = await deviceOf('Hélène Martinet')
  await readyOffline(page)
  await page.goto(path)
  await expect(page.getByText('Il n’y a rien à trancher.')).toBeVisible()
  await lookAt(page, 'held-empty')

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText('Il faut le réseau')).toBeVisible()
  await lookAt(page, 'held-offline')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Réessayer' }).press('Enter')
  await expect(page.getByText('Il n’y a rien à trancher.')).toBeVisible()
})
