import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BenchPage } from './page/benchPage.ts'
import type { writeBare } from './page/dexie.ts'
import type { sendWeeks } from './page/livret.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { startBenchServer, type BenchServer } from './support/benchServer.ts'
import { buildPage } from './support/buildPage.ts'
import { report, type Measure } from './support/report.ts'
import { fillSchoolYear, storyOf, type SchoolYear } from './support/schoolYear.ts'
import config from '../journeys/playwright.config.ts'

interface OwnPage {
  readonly sendWeeks: typeof sendWeeks
  readonly writeBare: typeof writeBare
}

declare const window: { bench: BenchPage & OwnPage }

const LOGBOOKS = Number(process.env['LOGBOOKS'] ?? 30)
const WEEKS = 120
const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
/** How often each contender has its turn in what is measured 300 times, and 30 times. */
const TURNS = 10
const DECISION_TURNS = 3
/** Of one turn; the first opens connections, and is not counted. */
const DECISIONS = 11
/** What the contender before goes on with after its turn has ended by then, in ms. */
const PAUSE = 400
const contenders = ['floor', 'livret', 'rxdb', 'pouchdb'] as const
type Who = (typeof contenders)[number]

let server: BenchServer
let browser: Browser
let year: SchoolYear
const measures: Measure[] = []
const values = new Map<string, number[]>()
const note = (what: string, who: Who, ...ms: number[]) => {
  const key = `${what}|${who}`
  values.set(key, [...(values.get(key) ?? []), ...ms])
}

beforeAll(async () => {
  const { pool } = await createDatabase()
  const { launchOptions } = config.use ?? {}
  server = await startBenchServer(pool, await buildPage())
  year = await fillSchoolYear(server.deps, { logbooks: LOGBOOKS, weeks: WEEKS })
  browser = await chromium.launch(launchOptions)
  await tellPeers()
}, 600_000)

afterAll(async () => {
  await browser.close()
  await server.close()
  for (const [key, ms] of values) {
    const [what = '', who = ''] = key.split('|')
    measures.push({ what, who, unit: 'ms', values: ms })
  }
  measures.sort((a, b) => a.what.localeCompare(b.what))
  await report('bench-exchange', measures)
})

/** A device on which nothing is yet, signed in as somebody. */
async function aPage(who: Who, person: string = year.follower): Promise<Page> {
  const context = await browser.newContext()
  const value = await server.cookieOf(person)
  await context.addCookies([{ name: 'livret', value, url: server.url, httpOnly: true }])
  const page = await context.newPage()
  const file = who === 'floor' || who === 'livret' ? 'own' : 'peers'
  await page.goto(`${server.url}/bench/${file}.html`)
  await page.evaluate(([name, id]) => window.bench.open(name, id), [who, person] as const)
  return page
}

type Pages = Readonly<Record<Who, Page>>

/** One for each contender, of the person that `personOf` names. */
async function allPages(personOf: (who: Who) => string): Promise<Pages> {
  const pages: [Who, Page][] = []
  for (const who of contenders) pages.push([who, await aPage(who, personOf(who))])
  return Object.fromEntries(pages) as Pages
}

async function closeAll(pages: Pages): Promise<void> {
  for (const page of Object.values(pages)) await page.context().close()
}

/** The floor and the peers hold the very documents that our server sends. */
async function tellPeers(): Promise<void> {
  const page = await aPage('livret')
  const records = await page.evaluate(async () => {
    await window.bench.contender().firstPull()
    const [name] = (await indexedDB.databases()).map((each) => each.name ?? '')
    const open = indexedDB.open(name ?? '')
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => {
        resolve(open.result)
      }
    })
    const all = db.transaction('packs').objectStore('packs').getAll()
    return new Promise<unknown[]>((resolve) => {
      all.onsuccess = () => {
        resolve(all.result.flatMap(({ documents }: { documents: unknown[] }) => documents))
      }
    })
  })
  await page.context().close()
  expect(records).toHaveLength(LOGBOOKS * WEEKS)
  const post = (path: string, body: unknown) =>
    fetch(`${server.url}${path}`, { method: 'POST', body: JSON.stringify(body) })
  await post('/floor/records', records)
  await post('/couch/fill', records)
  await post(
    '/rx/push',
    records.map((newDocumentState) => ({ newDocumentState })),
  )
  await fetch(`${server.url}/floor/records`)
  server.takeBytes()
}

it('first pull of 3,600 documents until they can be listed', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const who of contenders) {
      const page = await aPage(who)
      server.takeBytes()
      const { ms, count } = await page.evaluate(() => window.bench.contender().firstPull())
      expect(count).toBe(LOGBOOKS * WEEKS)
      note('first pull of 3,600', who, ms)
      if (round === 0) {
        const sent = Object.values(server.takeBytes()).reduce((sum, bytes) => sum + bytes, 0)
        const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate())
        measures.push({ what: 'bytes on the wire, 3,600', who, unit: 'bytes', values: [sent] })
        measures.push({ what: 'bytes on the device, 3,600', who, unit: 'bytes', values: [usage] })
      }
      await page.context().close()
    }
  }
}, 900_000)

it('push of 500 operations until each is confirmed', async () => {
  const texts = Array.from({ length: 500 }, (_, n) => storyOf(n))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const who of contenders) {
      const { apprentice } = year.logbooks[round] ?? { apprentice: year.follower }
      const page = await aPage(who, apprentice)
      const times = await page.evaluate((all) => window.bench.contender().push(all), texts)
      note('push of 500', who, times.push)
      note('prepare 500 offline', who, times.prepare)
      await page.context().close()
    }
  }
}, 900_000)

it('one act until it is durable, with 3,600 documents on the device', async () => {
  const pages = await allPages(() => year.follower)
  for (const who of contenders) {
    if (who !== 'floor') await pages[who].evaluate(() => window.bench.contender().firstPull())
  }
  // In turn, so that what else the machine does meanwhile slows down all of them alike.
  for (let round = 0; round < TURNS; round += 1) {
    for (const who of contenders) {
      const texts = Array.from({ length: 300 / TURNS }, (_, n) => storyOf(n))
      // The floor is a bare put with the same library, in the same page.
      const times = await pages[who].evaluate(
        ([all, isFloor]) =>
          isFloor ? window.bench.writeBare(all) : window.bench.contender().write(all),
        [texts, who === 'floor'] as const,
      )
      note('act until durable', who, ...times)
    }
  }
  await closeAll(pages)
}, 900_000)

it('one logbook’s list out of 120 and out of 36,000 documents', async () => {
  for (const who of contenders) {
    if (who === 'pouchdb') continue
    const page = await aPage(who)
    await page.evaluate(() => window.bench.contender().firstPull())
    if (who === 'floor') await page.evaluate(() => window.bench.contender().grow(1))
    const few = await page.evaluate(() => window.bench.contender().listOne(40))
    await page.evaluate(() => window.bench.contender().grow(10))
    const many = await page.evaluate(() => window.bench.contender().listOne(40))
    expect([few.count, many.count]).toEqual([WEEKS, WEEKS])
    note('list of one logbook, 3,600 stored', who, ...few.ms)
    note('list of one logbook, 36,000 stored', who, ...many.ms)
    await page.context().close()
  }
}, 900_000)

it('from a decision on one device until another can show it', async () => {
  const { master, apprentice } = year.logbooks[0] ?? { master: '', apprentice: '' }
  const phone = await aPage('livret', apprentice)
  await phone.evaluate((id) => window.bench.sendWeeks(id, 40), apprentice)
  await phone.context().close()
  // The pages of one contender at a time: those of the others go on asking while they wait.
  for (let turn = 0; turn < DECISION_TURNS; turn += 1) {
    for (const who of contenders) {
      const [from, to] = [await aPage(who, master), await aPage(who, apprentice)]
      if (who !== 'floor') await from.evaluate(() => window.bench.contender().firstPull())
      await to.evaluate(() => window.bench.watch())
      for (let n = 0; n < DECISIONS; n += 1) {
        await wait(PAUSE)
        const shown = to.evaluate(() => window.bench.nextShown())
        const start = await from.evaluate((at) => window.bench.contender().decide(at), n)
        const ms = (await shown) - start
        if (n > 0) note('decision on A visible on B', who, ms)
      }
      await from.context().close()
      await to.context().close()
    }
  }
}, 900_000)
