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

export const nothingYet: Summary = { worlds: 0, counts: new Map(), failures: [] }

/** Runs the worlds of these seeds. */
export async function runWorlds(seeds: Iterable<number>): Promise<Summary> {
  await prepareKeys()
  let summary = nothingYet
  for (const seed of seeds) {
    const { counts, violations } = await runScenario(aScenario(seed))
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
