import { aScenario } from './generate.ts'
import type { Violation } from './oracle/report.ts'
import { runScenario } from './runScenario.ts'
import type { Scenario, Step } from './scenario.ts'
import { prepareWorlds } from './prepareWorlds.ts'

/** What some worlds came to. */
export interface Summary {
  readonly worlds: number
  /** What happened how often, in all of them. */
  readonly counts: ReadonlyMap<string, number>
  readonly failures: readonly Failure[]
}

export interface Failure {
  readonly seed: number
  readonly violations: readonly Violation[]
}

export const nothingYet: Summary = { worlds: 0, counts: new Map(), failures: [] }

/** Which worlds, see `aScenario`. */
export interface Asked {
  readonly seeds: readonly number[]
  readonly provoked: readonly Step['do'][]
  /** Worlds that were written by hand, before those of the seeds. */
  readonly scenarios?: readonly Scenario[]
}

/** Runs them. */
export async function runWorlds({ seeds, provoked, scenarios = [] }: Asked): Promise<Summary> {
  await prepareWorlds()
  let summary = nothingYet
  const drawn = function* () {
    yield* scenarios
    for (const seed of seeds) yield aScenario(seed, provoked)
  }
  for (const scenario of drawn()) {
    const { seed } = scenario
    const { counts, violations } = await runScenario(scenario)
    const failures = violations.length > 0 ? [{ seed, violations }] : []
    summary = together(summary, { worlds: 1, counts, failures })
  }
  return summary
}

export function together(one: Summary, other: Summary): Summary {
  const counts = new Map(one.counts)
  for (const [name, count] of other.counts) counts.set(name, (counts.get(name) ?? 0) + count)
  return {
    worlds: one.worlds + other.worlds,
    counts,
    failures: [...one.failures, ...other.failures],
  }
}
