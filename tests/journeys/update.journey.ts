import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { becomeInDemo, expect, readyOffline, test } from './support/journey.ts'

const words = 'Une phrase que personne n’a envoyée.'

test('a new version reloads no page in which somebody writes; taken, it keeps every word', async ({
  livret,
  newDevice,
}) => {
  test.slow()
  const { page, context } = await newDevice()
  await becomeInDemo(page, 'Chloé Faure')
  await readyOffline(page)
  const told = page.getByRole('textbox', { name: 'En une phrase' })
  await told.fill(words)
  await page.evaluate(() => {
    document.title = 'the page that must stay'
    Object.assign(window, { stayed: true })
  })
  const other = await context.newPage()
  await other.goto('/')
  await other.evaluate(() => Object.assign(window, { stayed: true }))

  // A release: the worker that the server hands out is another one.
  const worker = join(livret.webFolder, 'sw.js')
  await writeFile(worker, `${await readFile(worker, 'utf8')}\n// a newer version\n`)
  await livret.restart()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())

  const notice = page.getByRole('status').filter({ hasText: 'Une nouvelle version est prête' })
  await expect(notice).toBeVisible()
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
  await expect(told).toHaveValue(words)

  await notice.getByRole('button', { name: 'Mettre à jour' }).click()
  // The browser lets the old worker finish first, in its own time.
  await page.waitForFunction(() => !('stayed' in window), null, { timeout: 90_000 })
  await expect(told).toHaveValue(words)
  expect(await other.evaluate(() => 'stayed' in window)).toBe(true)
})

test('the worker keeps the shell and never an answer of the server', async ({ newDevice }) => {
  const { page } = await newDevice()
  await becomeInDemo(page, 'Chloé Faure')
  await readyOffline(page)

  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const all = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    )
    return all.flat().map((url) => new URL(url).pathname)
  })
  expect(kept.length).toBeGreaterThan(10)
  expect(kept.filter((path) => /^\/(?:api|sync|health|schemas)\//u.test(path))).toEqual([])
})

test('a phone may install the app: the manifest is complete and its pictures have the size they say', async ({
  newDevice,
}) => {
  const { page } = await newDevice()
  await page.goto('/')
  const manifest = (await (await page.request.get('/manifest.webmanifest')).json()) as {
    id: string
    lang: string
    name: string
    shortcuts: unknown[]
    icons: { src: string; sizes: string; purpose?: string }[]
    screenshots: { src: string; sizes: string }[]
  }
  expect(manifest).toMatchObject({ id: '/', lang: 'fr', name: 'Livret d’apprentissage' })
  expect(manifest.shortcuts.length).toBeGreaterThan(0)
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable')

  for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots]) {
    const png = await (await page.request.get(src)).body()
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes)
  }
})
