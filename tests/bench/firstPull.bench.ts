import { afterAll, describe, expect, it } from 'vitest'
import type { BenchPage } from './page/benchPage.ts'
import { contenders, LOGBOOKS, startContest, WEEKS } from './support/contest.ts'
import { report, type Measure } from './support/report.ts'

declare const window: { bench: BenchPage }

const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const measures: Measure[] = []

afterAll(() => report('bench-first-pull', measures))

// A signature, its seal and the receipt of the server are as long as the week itself.
describe.each([
  ['weeks that wait for a signature', { waits: () => true }],
  ['signed weeks', {}],
])('3,600 %s', (name, filling) => {
  it('are pulled into an empty browser until they can be listed', async () => {
    const { server, aPage, note, ...contest } = await startContest(filling)
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const who of contenders) {
        const page = await aPage(who)
        server.takeBytes()
        const { ms, count } = await page.evaluate(() => window.bench.contender().firstPull())
        expect(count).toBe(LOGBOOKS * WEEKS)
        note(`first pull of ${name}`, who, 'ms', ms)
        const sent = Object.values(server.takeBytes()).reduce((sum, bytes) => sum + bytes, 0)
        const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate())
        note(`on the wire, ${name}`, who, 'bytes', sent)
        note(`on the device, ${name}`, who, 'bytes', usage)
        await page.context().close()
      }
    }
    await contest.close()
    measures.push(...contest.measures())
  }, 900_000)
})
