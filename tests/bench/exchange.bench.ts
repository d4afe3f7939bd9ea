import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BenchPage } from './page/benchPage.ts'
import {
  contenders,
  startContest,
  WEEKS,
  type Contest,
  type OwnPage,
  type Who,
} from './support/contest.ts'
import { report } from './support/report.ts'
import { storyOf } from './support/schoolYear.ts'

declare const window: { bench: BenchPage & OwnPage }

const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
/** How often each contender has its turn in what is measured 300 times, and 30 times. */
const TURNS = 10
const DECISION_TURNS = 3
/** Of one turn; the first opens connections, and is not counted. */
const DECISIONS = 11
/** What the contender before goes on with after its turn has ended by then, in ms. */
const PAUSE = 400

let contest: Contest

beforeAll(async () => {
  contest = await startContest()
}, 600_000)

afterAll(async () => {
  await contest.close()
  await report('bench-exchange', contest.measures())
})

type Pages = Readonly<Record<Who, Page>>

/** One of the trainer for each contender. */
async function allPages(): Promise<Pages> {
  const pages: [Who, Page][] = []
  for (const who of contenders) pages.push([who, await contest.aPage(who)])
  return Object.fromEntries(pages) as Pages
}

async function closeAll(pages: Pages): Promise<void> {
  for (const page of Object.values(pages)) await page.context().close()
}

it('push of 500 operations until each is confirmed', async () => {
  const texts = Array.from({ length: 500 }, (_, n) => storyOf(n))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const who of contenders) {
      const { apprentice } = contest.year.logbooks[round] ?? { apprentice: contest.year.follower }
      const page = await contest.aPage(who, apprentice)
      const times = await page.evaluate((all) => window.bench.contender().push(all), texts)
      contest.note('push of 500', who, 'ms', times.push)
      contest.note('prepare 500 offline', who, 'ms', times.prepare)
      await page.context().close()
    }
  }
}, 900_000)

it('one act until it is durable, with 3,600 documents on the device', async () => {
  const pages = await allPages()
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
      contest.note('act until durable', who, 'ms', ...times)
    }
  }
  await closeAll(pages)
}, 900_000)

it('one logbook’s list out of 120 and out of 36,000 documents', async () => {
  for (const who of contenders) {
    if (who === 'pouchdb') continue
    const page = await contest.aPage(who)
    await page.evaluate(() => window.bench.contender().firstPull())
    if (who === 'floor') await page.evaluate(() => window.bench.contender().grow(1))
    const few = await page.evaluate(() => window.bench.contender().listOne(40))
    await page.evaluate(() => window.bench.contender().grow(10))
    const many = await page.evaluate(() => window.bench.contender().listOne(40))
    expect([few.count, many.count]).toEqual([WEEKS, WEEKS])
    contest.note('list of one logbook, 3,600 stored', who, 'ms', ...few.ms)
    contest.note('list of one logbook, 36,000 stored', who, 'ms', ...many.ms)
    await page.context().close()
  }
}, 900_000)

it('from a decision on one device until another can show it', async () => {
  const { master, apprentice } = contest.year.logbooks[0] ?? { master: '', apprentice: '' }
  const phone = await contest.aPage('livret', apprentice)
  await phone.evaluate((id) => window.bench.sendWeeks(id, 40), apprentice)
  await phone.context().close()
  // The pages of one contender at a time: those of the others go on asking while they wait.
  for (let turn = 0; turn < DECISION_TURNS; turn += 1) {
    for (const who of contenders) {
      const [from, to] = [await contest.aPage(who, master), await contest.aPage(who, apprentice)]
      if (who !== 'floor') await from.evaluate(() => window.bench.contender().firstPull())
      await to.evaluate(() => window.bench.watch())
      for (let n = 0; n < DECISIONS; n += 1) {
        await wait(PAUSE)
        const shown = to.evaluate(() => window.bench.nextShown())
        const start = await from.evaluate((at) => window.bench.contender().decide(at), n)
        const ms = (await shown) - start
        if (n > 0) contest.note('decision on A visible on B', who, 'ms', ms)
      }
      await from.context().close()
      await to.context().close()
    }
  }
}, 900_000)
