import { becomeInDemo, chip, expect, expectSent, test } from './support/journey.ts'

const words = 'Écrit pendant que le serveur tombe.'

test('a server that dies while somebody writes costs no word and no tap', async ({
  livret,
  newDevice,
}) => {
  const { page } = await newDevice()
  await becomeInDemo(page, 'Inès Haddad')
  const told = page.getByRole('textbox', { name: 'En une phrase' })
  await told.fill(words.slice(0, 12))
  await livret.kill()
  await told.fill(words)
  await expect(chip(page)).toHaveText(/^En attente d’envoi/u)

  await livret.start()
  await expectSent(page)
  await page.reload()
  await expect(told).toHaveValue(words)
})

test('the page of a hotel’s network is not taken for our server', async ({ newDevice }) => {
  const { page } = await newDevice()
  await becomeInDemo(page, 'Inès Haddad')
  await page.route('**/sync/v1/**', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Bienvenue au Wi-Fi</h1>' }),
  )
  const told = page.getByRole('textbox', { name: 'En une phrase' })
  await told.fill(`${words} Et à l’hôtel.`)
  await expect(chip(page)).toHaveText(/^En attente d’envoi/u)

  // Nothing has to be tapped: the next round finds our server again.
  await page.unroute('**/sync/v1/**')
  await expectSent(page)
})
