import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BenchPage } from './page/benchPage.ts'
import type { writeHalfYear } from './page/halfYear.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { startBenchServer, type BenchServer } from './support/benchServer.ts'
import { buildPage } from './support/buildPage.ts'
import { tasksDuring } from './support/longTasks.ts'
import { report, type Measure } from './support/report.ts'
import { fillSchoolYear, storyOf } from './support/schoolYear.ts'
import config from '../journeys/playwright.config.ts'

declare const window: { bench: BenchPage & { readonly writeHalfYear: typeof writeHalfYear } }

/** A cheap phone beside this machine. */
const SLOWER = 4
/** A task longer than this is felt, in ms. */
const FELT = 50
/** Until the app has drawn its first screen and loaded what comes after, in ms. */
const SETTLED = 15_000
/** Longest that half a year may take to leave, in ms. */
const LEFT_WITHIN = 600_000

let server: BenchServer
let browser: Browser
const measures: Measure[] = []

beforeAll(async () => {
  const { pool } = await createDatabase()
  server = await startBenchServer(pool, await buildPage(), 'dist/web')
  browser = await chromium.launch(config.use?.launchOptions)
}, 600_000)

afterAll(async () => {
  await browser.close()
  await server.close()
  await report('bench-half-year', measures)
})

it('half a year written without a network leaves in the background while the app is open', async () => {
  const year = await fillSchoolYear(server.deps, { logbooks: 1, weeks: 40 })
  const { id: logbookId, apprentice } = year.logbooks[0] ?? { id: '', apprentice: '' }
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const value = await server.cookieOf(apprentice)
  await context.addCookies([{ name: 'livret', value, url: server.url, httpOnly: true }])

  const writer = await context.newPage()
  await writer.goto(`${server.url}/bench/own.html`)
  await writer.evaluate((id) => window.bench.open('livret', id), apprentice)
  await writer.evaluate(() => window.bench.contender().firstPull())
  const written = await writer.evaluate(([id, story]) => window.bench.writeHalfYear(id, story), [
    apprentice,
    storyOf(1),
  ] as const)
  await writer.close()
  const before = await countKept(logbookId)

  // The app itself, on its first screen, cut off from what takes what waits.
  const page = await context.newPage()
  let isCut = true
  await page.route('**/sync/v1/push', (route) => (isCut ? route.abort() : route.continue()))
  await page.goto(server.url)
  await page.getByRole('heading').first().waitFor()
  const client = await context.newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await wait(SETTLED)

  let took = 0
  const syncing = await tasksDuring(browser, page, async () => {
    isCut = false
    const start = performance.now()
    await page.evaluate('dispatchEvent(new Event("online"))')
    await expect
      .poll(() => countKept(logbookId), { timeout: LEFT_WITHIN, interval: 1_000 })
      .toBe(before + written)
    took = performance.now() - start
    // The answer to the last push, and the pull after it.
    await wait(SETTLED)
  })
  // As long without anything to send.
  const idle = await tasksDuring(browser, page, () => wait(took + SETTLED))
  await context.close()

  for (const [who, tasks] of [
    ['idle', idle],
    ['livret', syncing],
  ] as const) {
    const times: [string, readonly number[]][] = [
      ['own work', tasks.map(({ own }) => own)],
      ['own work without collecting memory', tasks.map(({ own, collecting }) => own - collecting)],
      ['on the clock', tasks.map(({ wall }) => wall)],
    ]
    for (const [of, ms] of times) {
      const felt = ms.filter((each) => each > FELT).length
      measures.push({ what: `tasks over 50 ms, ${of}`, who, unit: 'tasks', values: [felt] })
      measures.push({ what: `longest task, ${of}`, who, unit: 'ms', values: [Math.max(0, ...ms)] })
    }
  }
  measures.push({ what: 'operations', who: 'livret', unit: 'operations', values: [written] })
  measures.push({ what: 'until all were kept', who: 'livret', unit: 'ms', values: [took] })
  expect(written).toBeGreaterThanOrEqual(10_000)
}, 1_200_000)

async function countKept(logbookId: string): Promise<number> {
  const { rows } = await server.deps.pool.query<{ count: number }>(
    'select count(*) from operation where logbook_id = $1',
    [logbookId],
  )
  return rows[0]?.count ?? 0
}
