import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDatabase } from '#tests/support/postgres.ts'
import { startBenchServer, type BenchServer } from './support/benchServer.ts'
import { buildPage } from './support/buildPage.ts'
import { tasksDuring } from './support/longTasks.ts'
import { report, type Measure } from './support/report.ts'
import { fillSchoolYear } from './support/schoolYear.ts'
import config from '../journeys/playwright.config.ts'

const LOGBOOKS = 300
const WEEKS = 104
/** So long one frame stands, in ms, where the screen draws sixty in a second. */
const FRAME = 1_000 / 60
/** How far a thumb goes, there and back, and how fast, in CSS pixels and pixels in a second. */
const FAR = 12_000
const FAST = 3_000

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
  await report('bench-ribbons', measures)
})

it('the ribbons of three hundred apprentices under a thumb', async () => {
  const year = await fillSchoolYear(server.deps, { logbooks: LOGBOOKS, weeks: WEEKS })
  for (const [who, viewport, slower] of [
    ['phone', { width: 360, height: 740 }, 1],
    ['phone, four times slower', { width: 360, height: 740 }, 4],
    ['desktop', { width: 1280, height: 800 }, 1],
  ] as const) {
    const context = await browser.newContext({ viewport, hasTouch: viewport.width < 500 })
    const value = await server.cookieOf(year.trainer)
    await context.addCookies([{ name: 'livret', value, url: server.url, httpOnly: true }])
    const page = await context.newPage()
    await page.goto(`${server.url}/promotion`)
    const rows = page.getByRole('list', { name: 'Apprentis de la promotion' })
    await expect.poll(() => rows.getByRole('listitem').count(), { timeout: 120_000 }).toBe(LOGBOOKS)
    const client = await context.newCDPSession(page)
    await client.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await watchFrames(page)
    const tasks = await tasksDuring(browser, page, async () => {
      for (const yDistance of [-FAR, FAR]) {
        await client.send('Input.synthesizeScrollGesture', {
          ...{ x: 180, y: 400, yDistance, speed: FAST },
          gestureSourceType: 'touch',
        })
      }
    })
    const frames = await framesOf(page)
    await context.close()
    expect(frames.length).toBeGreaterThan(100)
    const late = frames.filter((ms) => ms > 1.5 * FRAME).length
    measures.push({ what: 'frames', who, unit: 'frames', values: [frames.length] })
    measures.push({ what: 'frames that came late', who, unit: 'frames', values: [late] })
    measures.push({ what: 'between two frames', who, unit: 'ms', values: frames })
    const own = tasks.map((task) => task.own)
    measures.push({ what: 'longest task', who, unit: 'ms', values: [Math.max(0, ...own)] })
  }
}, 1_200_000)

/** From now on the page notes when it draws. */
const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const drawn: number[] = []
    const draw = (at: number) => {
      drawn.push(at)
      requestAnimationFrame(draw)
    }
    requestAnimationFrame(draw)
    Object.assign(window, { drawn })
  })

/** Milliseconds between each frame and the one before. */
const framesOf = async (page: Page): Promise<number[]> => {
  const drawn = await page.evaluate(() => (window as unknown as { drawn: number[] }).drawn)
  return drawn.slice(1).map((at, n) => at - (drawn[n] ?? at))
}
