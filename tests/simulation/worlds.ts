import { aScenario } from './generate.ts'
import type { Violation } from './oracle/report.ts'
import { runScenario } from './runScenario.ts'
import { prepareKeys } from './signingKeys.ts'

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

/** Runs the worlds of these seeds, or fewer: not on after so many that failed. */
export async function runWorlds(seeds: Iterable<number>, failuresMax = Infinity): Promise<Summary> {
  await prepareKeys()
  const counts = new Map<string, number>()
  const failures: Failure[] = []
  let worlds = 0
  for (const seed of seeds) {
    if (failures.length >= failuresMax) break
    const outcome = await runScenario(aScenario(seed))
    worlds += 1
    for (const [name, count] of outcome.counts) counts.set(name, (counts.get(name) ?? 0) + count)
    if (outcome.violations.length > 0) failures.push({ seed, violations: outcome.violations })
  }
  return { worlds, counts, failures }
}
