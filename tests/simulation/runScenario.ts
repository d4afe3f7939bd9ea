import type { Browser } from './browser.ts'
import { checkEnding } from './oracle/ending.ts'
import type { Violation } from './oracle/report.ts'
import type { Scenario } from './scenario.ts'
import { rest, World } from './world.ts'

export interface Outcome {
  /** What went wrong, at which step (or after the last one). None: all is as it must be. */
  readonly violations: readonly Violation[]
  readonly at: number
  /** What happened how often. */
  readonly counts: ReadonlyMap<string, number>
}

/** Longest time until what waits is sent, once all is well: a silent request, then the longest backoff; ms. */
const SENT_WITHIN = 400_000
/** Everything that was still on its way arrives within this, in ms. */
const ALL_ARRIVED = 400_000
/** A photo that stands still is given up within this, in ms; the round behind it goes on. */
const ROUND_OVER = 300_000

/** So often everybody asks at least, and at most, once all is well. */
const TURNS = 4
const TURNS_MAX = 8

/** Lets a world happen, then makes all well, and looks whether everybody comes to the same. */
export async function runScenario(scenario: Scenario): Promise<Outcome> {
  const world = new World(scenario)
  const { violations, counts } = world.report
  const outcome = (at: number): Outcome => ({ violations, at, counts })
  for (const [at, step] of scenario.steps.entries()) {
    await world.happen(step)
    if (violations.length > 0) return outcome(at)
  }
  await makeWell(world)
  if (violations.length === 0) await checkEnding(world)
  return outcome(scenario.steps.length)
}

export async function makeWell(world: World): Promise<void> {
  const { browsers, server, report } = world
  world.isWell = true
  for (const browser of browsers) {
    // People of one browser come one after the other: as if each had one.
    browser.jar = { session: world.newSession() }
    browser.isAway = false
  }
  server.poisoned.clear()
  server.refused.clear()
  for (const browser of browsers) {
    browser.faults = []
    browser.isOnline = true
    for (const tab of browser.tabs) {
      tab.killIn = Infinity
      tab.fullIn = Infinity
      tab.brokenFor = 0
      // A page that was awake is not woken: nobody looks at it.
      if (tab.isFrozen) tab.freeze(false)
    }
    server.signIn(browser.asker, true)
    if (!browser.tabs.some(({ isAlive }) => isAlive)) browser.openTab()
    if (browser.tabs.some(({ state }) => state.getState().phase === 'signed-out')) browser.wake()
  }
  // I16: without a new word, and without anybody asking, what waits is sent.
  const unsent = () => browsers.filter((browser) => isUnsent(world, browser))
  await world.pass(SENT_WITHIN, () => unsent().length === 0)
  for (const { who } of unsent()) report.violate('I16', `what a ${who} wrote is not sent`)
  // I14: so is what an older release wrote, which by now may read nothing any more.
  for (const browser of browsers) for (const tab of browser.tabs) browser.update(tab)
  await world.pass(ALL_ARRIVED, () => world.network.isQuiet())
  // As long as one turn still brings something to the server, the others have to hear of it. A round
  // that brings the photo a signature waited for leaves the signature to the next one.
  let seen: unknown = null
  for (let turn = 0; turn < TURNS_MAX && report.violations.length === 0; turn += 1) {
    if (turn >= TURNS && seen === server.storage.state() && unsent().length === 0) break
    seen = server.storage.state()
    let open = 0
    for (const tab of browsers.flatMap(({ tabs }) => tabs.filter(({ isAlive }) => isAlive))) {
      open += 1
      void tab.engine.now().finally(() => {
        open -= 1
      })
    }
    await world.pass(ROUND_OVER, () => open === 0)
  }
  await rest()
}

/** Whether something waits that the server would take: it has known this person in the logbook. */
const isUnsent = ({ server }: World, browser: Browser): boolean =>
  !browser.isReportedLost() &&
  [
    ...browser.db.rowsOf('outbox'),
    ...browser.db.rowsOf('files').filter(({ state }) => state === 'waiting'),
  ].some(({ logbookId }) => {
    const members = server.storage.state().get(logbookId)?.facts.members ?? []
    return members.some(({ personId }) => personId === browser.asker.personId)
  })
