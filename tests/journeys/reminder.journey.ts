import { chip, expect, expectSent, readyOffline, test, title } from './support/journey.ts'
import { createThumb, lookAt } from './support/looks.ts'

test.use({ story: 'reminder' })

test('a trainer without a network reminds who is late in two taps, and the apprentice finds on his first page which weeks are missing', async ({
  deviceOf,
}) => {
  test.slow()
  const { page, context } = await deviceOf('Claire Roux')
  await readyOffline(page)
  await expect(page.getByText(/^7\ssemaines en retard$/u)).toBeVisible()
  await context.setOffline(true)
  const note = /^Bonjour Hugo, dans le livret il manque\s: la semaine\s44 .* Une difficulté/u

  await test.step('a week in which nothing was written can be opened, and says so', async () => {
    await page.getByRole('link', { name: 'Hugo Perrin' }).click()
    await page.getByRole('link', { name: /^Semaine 46 .*\s: en retard$/u }).click()
    await expect(title(page)).toHaveText('Semaine 46')
    await expect(page.getByText('Hugo n’a rien envoyé pour cette semaine.')).toBeVisible()
    await lookAt(page, 'week-late')
    await page.goto('/')
  })

  await test.step('two taps, and nothing has left before the second', async () => {
    const thumb = createThumb()
    await thumb.tap(page.getByRole('link', { name: 'Relancer Hugo' }))
    const field = page.getByRole('textbox', { name: 'Votre note' })
    await expect(field).toHaveValue(note)
    await expect(chip(page)).toHaveText('Pas de réseau')
    await lookAt(page, 'reminder')
    await thumb.tap(page.getByRole('button', { name: 'Envoyer la note' }))
    await expect(page.getByText('En attente d’envoi', { exact: true })).toBeVisible()
    await expect(field).toHaveValue('')
    expect(thumb.taps()).toBe(2)
  })
  await context.setOffline(false)
  await expectSent(page)

  await test.step('his own first page says so, until he has read it, without a network too', async () => {
    const { page: hugo, context: phoneOfHugo } = await deviceOf('Hugo Perrin')
    await readyOffline(hugo)
    const fresh = hugo.getByRole('region', { name: /nouvelles notes$/u })
    const line = fresh.getByRole('link', {
      name: /^Dernière note\s: Claire Roux .*«\sBonjour Hugo/u,
    })
    await expect(line).toBeVisible()
    await line.scrollIntoViewIfNeeded()
    await lookAt(hugo, 'new-notes')

    await phoneOfHugo.setOffline(true)
    await line.focus()
    await hugo.keyboard.press('Enter')
    await expect(title(hugo)).toHaveText('Notes de liaison')
    await expect(hugo.getByText(note)).toBeVisible()

    for (const comeBack of [() => hugo.goBack(), () => hugo.reload()]) {
      await comeBack()
      await expect(hugo.getByRole('region', { name: /à compléter$/u })).toBeVisible()
      await expect(fresh).toHaveCount(0)
    }
  })
})
