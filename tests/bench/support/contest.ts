import { chromium, type Browser, type Page } from '@playwright/test'
import { expect } from 'vitest'
import { createDatabase } from '#tests/support/postgres.ts'
import type { BenchPage } from '../page/benchPage.ts'
import type { writeBare } from '../page/dexie.ts'
import type { sendWeeks } from '../page/livret.ts'
import { startBenchServer, type BenchServer } from './benchServer.ts'
import { buildPage } from './buildPage.ts'
import type { Measure } from './report.ts'
import { fillSchoolYear, type Filling, type SchoolYear } from './schoolYear.ts'
import config from '../../journeys/playwright.config.ts'

/** What our own pages offer beside what all do. */
export interface OwnPage {
  readonly sendWeeks: typeof sendWeeks
  readonly writeBare: typeof writeBare
}

declare const window: { bench: BenchPage & OwnPage }

export const contenders = ['floor', 'livret', 'rxdb', 'pouchdb'] as const
export type Who = (typeof contenders)[number]

export const LOGBOOKS = Number(process.env['LOGBOOKS'] ?? 30)
export const WEEKS = 120

/** All contenders on the documents of one trainer, beside each other on one server. */
export interface Contest {
  readonly server: BenchServer
  readonly year: SchoolYear
  /** A device on which nothing is yet, signed in as somebody; if nobody is named, as the trainer. */
  readonly aPage: (who: Who, person?: string) => Promise<Page>
  readonly note: (what: string, who: Who, unit: Measure['unit'], ...values: number[]) => void
  readonly close: () => Promise<void>
  readonly measures: () => readonly Measure[]
}

export async function startContest(filling: Pick<Filling, 'waits'> = {}): Promise<Contest> {
  const { pool } = await createDatabase()
  const server = await startBenchServer(pool, await buildPage())
  const year = await fillSchoolYear(server.deps, { logbooks: LOGBOOKS, weeks: WEEKS, ...filling })
  const browser = await chromium.launch(config.use?.launchOptions)
  const measures = new Map<string, Measure & { readonly values: number[] }>()

  const aPage: Contest['aPage'] = (who, person = year.follower) =>
    openPage({ browser, server }, who, person)
  await tellPeers(server, await aPage('livret'))
  return {
    server,
    year,
    aPage,
    note: (what, who, unit, ...values) => {
      const key = `${what}|${who}`
      const known = measures.get(key) ?? { what, who, unit, values: [] }
      known.values.push(...values)
      measures.set(key, known)
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
    measures: () => [...measures.values()].sort((one, other) => one.what.localeCompare(other.what)),
  }
}

async function openPage(
  { browser, server }: { readonly browser: Browser; readonly server: BenchServer },
  who: Who,
  person: string,
): Promise<Page> {
  const context = await browser.newContext()
  const value = await server.cookieOf(person)
  await context.addCookies([{ name: 'livret', value, url: server.url, httpOnly: true }])
  const page = await context.newPage()
  const file = who === 'floor' || who === 'livret' ? 'own' : 'peers'
  await page.goto(`${server.url}/bench/${file}.html`)
  await page.evaluate(([name, id]) => window.bench.open(name, id), [who, person] as const)
  return page
}

/** The floor and the peers hold the very documents that our server sends. */
async function tellPeers(server: BenchServer, page: Page): Promise<void> {
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
