import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDatabase } from '#tests/support/postgres.ts'
import { startBenchServer, type BenchServer } from './support/benchServer.ts'
import { framesOf } from './support/frames.ts'
import { tasksOf } from './support/longTasks.ts'
import { report, type Measure } from './support/report.ts'
import { fillSchoolYear } from './support/schoolYear.ts'
import { swipe } from './support/swipe.ts'
import { traceDuring, type TraceEvent } from './support/trace.ts'
import config from '../journeys/playwright.config.ts'

const LOGBOOKS = Number(process.env['LOGBOOKS'] ?? 300)
const WEEKS = 104
const LIST = 'Apprentis de la promotion'
/** Of as many weeks, one waits for the master: no two ribbons beside each other look the same. */
const WAITS = 9
/** How often the page is opened again and scrolled through. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 2)
/** A task longer than this is felt, in ms. */
const FELT = 50
/** Until the page has loaded what comes after, in ms. */
const SETTLED = 3_000
/** How fast a wheel turns, in CSS pixels a second. */
const FAST = 3_000

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const desktop = { viewport: { width: 1280, height: 800 } }

let server: BenchServer
let browser: Browser
let coordinator: string
const measures = new Map<string, Measure>()

beforeAll(async () => {
  const { pool } = await createDatabase()
  server = await startBenchServer(pool, null, 'dist/web')
  const year = await fillSchoolYear(server.deps, {
    ...{ logbooks: LOGBOOKS, weeks: WEEKS, role: 'coordinator' },
    waits: (logbook, week) => (logbook + week) % WAITS === 0,
  })
  coordinator = year.follower
  browser = await chromium.launch(config.use?.launchOptions)
}, 600_000)

afterAll(async () => {
  await browser.close()
  await server.close()
  const sorted = [...measures.values()].sort((a, b) => a.what.localeCompare(b.what))
  await report('bench-ribbons', sorted)
})

it.each([
  ['phone', phone, [1, 4]],
  ['desktop', desktop, [1]],
] as const)(
  'three hundred ribbons of two years on a %s',
  async (device, options, rates) => {
    const context = await browser.newContext(options)
    const value = await server.cookieOf(coordinator)
    await context.addCookies([{ name: 'livret', value, url: server.url, httpOnly: true }])
    const page = await context.newPage()
    const start = performance.now()
    await page.goto(`${server.url}/promotion`)
    await allListed(page)
    note(`until all are pulled and listed, ${device}`, 'livret', 'ms', performance.now() - start)
    await wait(SETTLED)
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    const bare = await context.newPage()
    await bare.setContent(bareList(height))

    for (const rate of rates) {
      const which = rate === 1 ? device : `${device}, ${rate} times slower`
      for (let round = 0; round < ROUNDS; round += 1) {
        await slowedDown(page, rate, async (client) => {
          await open(page, which)
          await goThrough(client, page, which, 'livret')
        })
        await slowedDown(bare, rate, (client) => goThrough(client, bare, which, 'floor'))
      }
    }
    await context.close()
  },
  1_200_000,
)

/** What the machine can show at all: as many rows, as high together, of one word each. */
const bareList = (height: number): string =>
  `<!doctype html><meta name="viewport" content="width=device-width">
   <ul aria-label="${LIST}" style="margin:0;padding:0">
     ${`<li style="height:${height / LOGBOOKS}px">Livret</li>`.repeat(LOGBOOKS)}
   </ul>`

/** The page as it comes when all is on the device. */
async function open(page: Page, which: string): Promise<void> {
  const trace = await traceDuring(browser, page, async () => {
    const start = performance.now()
    await page.reload({ waitUntil: 'commit' })
    await allListed(page)
    note(`opened again until all are listed, ${which}`, 'livret', 'ms', performance.now() - start)
    await wait(SETTLED)
  })
  noteTasks(`while it opens, ${which}`, 'livret', trace)
}

/** To the end of all ribbons and back: by thumb where there is one, else by wheel. */
async function goThrough(
  client: CDPSession,
  page: Page,
  which: string,
  who: 'livret' | 'floor',
): Promise<void> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  const trace = await traceDuring(browser, page, async () => {
    for (const to of ['end', 'start'] as const) {
      await (width === phone.viewport.width ? swipe : turnWheel)(client, page, to)
      const row = to === 'end' ? rowsOf(page).last() : rowsOf(page).first()
      const { y = -1 } = (await row.boundingBox()) ?? {}
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThan(height)
    }
  })
  const { shown, dropped, holes } = framesOf(trace)
  expect(shown).toBeGreaterThan(100)
  note(`frames shown, ${which}`, who, 'frames', shown)
  note(`frames dropped, ${which}`, who, 'frames', dropped)
  note(`frames with a hole, ${which}`, who, 'frames', holes)
  noteTasks(`while it is scrolled, ${which}`, who, trace)
}

/** Does `work` in a page whose thread has so many times less. */
async function slowedDown(
  page: Page,
  rate: number,
  work: (client: CDPSession) => Promise<void>,
): Promise<void> {
  await page.bringToFront()
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate })
  await work(client)
  await client.detach()
}

const rowsOf = (page: Page) => page.getByRole('list', { name: LIST }).getByRole('listitem')

const allListed = (page: Page) =>
  expect.poll(() => rowsOf(page).count(), { timeout: 300_000, interval: 50 }).toBe(LOGBOOKS)

async function turnWheel(client: CDPSession, page: Page, to: 'end' | 'start'): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const yDistance = to === 'end' ? -height : height
  await client.send('Input.synthesizeScrollGesture', { x: 600, y: 400, yDistance, speed: FAST })
}

function noteTasks(during: string, who: string, trace: readonly TraceEvent[]): void {
  const own = tasksOf(trace).map((task) => task.own)
  note(`tasks over 50 ms ${during}`, who, 'tasks', own.filter((ms) => ms > FELT).length)
  note(`longest task ${during}`, who, 'ms', Math.max(0, ...own))
}

function note(what: string, who: string, unit: Measure['unit'], value: number): void {
  const key = `${what}|${who}`
  const before = measures.get(key)?.values ?? []
  measures.set(key, { what, who, unit, values: [...before, value] })
}
