import { firstScripts } from '#tests/support/firstScripts.ts'
import { chip, expect, expectSent, test, title } from './support/journey.ts'
import { expectWritten } from './support/inDatabase.ts'

const words = 'Écrit avant que le reste de l’application arrive.'

// It sends a week off.
test.use({ story: 'first screen' })

test('with the first scripts alone a week is written and sent off; the rest comes with the network', async ({
  deviceOf,
  livret,
}) => {
  // A browser that keeps no worker: whatever was not loaded is not there.
  const { page } = await deviceOf('Yanis Belkacem', { serviceWorkers: 'block' })
  await expect(title(page)).toHaveText('Ma semaine 48')

  const first = firstScripts(livret.webFolder)
  const loaded = new Set<string>()
  await page.route('**/assets/*.js', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
    if (!first.includes(name)) return route.abort('internetdisconnected')
    loaded.add(name)
    return route.continue()
  })
  await page.reload()

  await expect(title(page)).toHaveText('Ma semaine 48')
  await page.getByRole('textbox', { name: 'En une phrase' }).fill(words)
  await page.getByRole('checkbox').first().check()
  await expectWritten(page, words)
  expect([...loaded].sort()).toEqual([...first].sort())
  await page.getByRole('button', { name: /^Envoyer à/u }).click()
  await expect(page.getByRole('textbox', { name: 'En une phrase' })).toHaveCount(0)
  await expect(chip(page)).toHaveText('Gardé sur cet appareil')

  await test.step('a page that is not there says what it waits for', async () => {
    await page.getByRole('link', { name: 'Notes' }).click()
    await expect(page.getByText('Elle s’ouvrira avec le réseau.')).toBeVisible()
  })

  // Nobody has to reload.
  await page.evaluate(() => Object.assign(window, { stayed: true }))
  await page.unroute('**/assets/*.js')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(title(page)).toHaveText('Notes de liaison')
  await expectSent(page)
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
})
