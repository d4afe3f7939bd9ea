import { readFile } from 'node:fs/promises'
import { becomeInDemo, expect, logbookOf, readyOffline, test, title } from './support/journey.ts'
import { lookAt } from './support/looks.ts'

test('an apprentice without a network sees where he is expected, and takes the days along as a file', async ({
  newDevice,
}) => {
  test.slow()
  const { page, context } = await newDevice()
  await becomeInDemo(page, 'Yanis Belkacem')
  const id = await logbookOf(page)
  await readyOffline(page)

  await test.step('the weeks between two companies wait for nothing', async () => {
    await expect(title(page)).toHaveText('Ma semaine 48')
    await expect(page.getByText('À compléter')).toHaveCount(0)
    await expect(page.getByRole('heading', { name: /à compléter/u })).toHaveCount(0)
  })

  await context.setOffline(true)
  await page.goto(`/livret/${id}`)
  await page.getByRole('link', { name: 'Calendrier' }).click()
  await expect(page.getByText(/sur 1\s?350\s/u)).toBeVisible()
  await expect(page.getByText(/le 3\sseptembre 2026, 45e jour/u)).toBeVisible()
  await lookAt(page, 'calendar')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Mettre dans mon agenda' }).click()
  const path = await (await download).path()
  const file = await readFile(path, 'utf8')
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/u)
  expect(file).toContain('DTSTART;VALUE=DATE:20261130\r\n')
  await expect(page.getByText('Le fichier est dans vos téléchargements.')).toBeVisible()

  await page.getByRole('button', { name: 'Mois précédent' }).click()
  await expect(page.getByRole('heading', { name: /octobre\s2026/u })).toBeVisible()
})
