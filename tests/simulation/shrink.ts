import type { Violation } from './oracle/report.ts'
import { runScenario } from './runScenario.ts'
import type { Scenario, Step } from './scenario.ts'

/** Most worlds that are tried: a minute or so. */
const TRIES_MAX = 1_500

/**
 * A smaller scenario in which the same invariant breaks: fewer steps, fewer faults, shorter waits,
 * fewer devices. What cannot be left out tells the story.
 */
export async function shrink(scenario: Scenario): Promise<Shrunk> {
  const outcome = await runScenario(scenario)
  const [first] = outcome.violations
  if (!first) return { scenario, violations: [] }
  let tries = 0
  const stillBreaks = async (candidate: Scenario) => {
    tries += 1
    if (tries > TRIES_MAX) return false
    const { violations } = await runScenario(candidate)
    return violations.some(({ invariant }) => invariant === first.invariant)
  }
  // What came after the first violation is no part of the story.
  let best: Scenario = { ...scenario, steps: scenario.steps.slice(0, outcome.at + 1) }
  for (let size = -1; size !== JSON.stringify(best).length && tries < TRIES_MAX;) {
    size = JSON.stringify(best).length
    best = await withoutSteps(best, stillBreaks)
    best = await withSmaller(best, stillBreaks)
  }
  return { scenario: best, violations: (await runScenario(best)).violations }
}

interface Shrunk {
  readonly scenario: Scenario
  /** What goes wrong in it. */
  readonly violations: readonly Violation[]
}

type Test = (candidate: Scenario) => Promise<boolean>

/** Leaves out halves, quarters … and single steps. */
async function withoutSteps(scenario: Scenario, stillBreaks: Test): Promise<Scenario> {
  let { steps } = scenario
  for (let length = Math.ceil(steps.length / 2); length >= 1; length = Math.floor(length / 2)) {
    for (let at = 0; at < steps.length;) {
      const fewer = [...steps.slice(0, at), ...steps.slice(at + length)]
      if (await stillBreaks({ ...scenario, steps: fewer })) steps = fewer
      else at += length
    }
  }
  return { ...scenario, steps }
}

/** Makes what is left simpler, one thing after the other. */
async function withSmaller(scenario: Scenario, stillBreaks: Test): Promise<Scenario> {
  let best = scenario
  const plain = [{ pokes: 0 }, { takenAtOnce: 500_000 }, { answerMax: 16_000_000 }]
  for (const change of plain) {
    const candidate = { ...best, ...change }
    if (await stillBreaks(candidate)) best = candidate
  }
  for (const [index, step] of best.steps.entries()) {
    for (const smaller of simplerThan(step)) {
      const steps = best.steps.with(index, smaller)
      if (JSON.stringify(steps) === JSON.stringify(best.steps)) continue
      if (await stillBreaks({ ...best, steps })) best = { ...best, steps }
    }
  }
  return best
}

function simplerThan(step: Step): Step[] {
  if (step.do === 'pass') return [1, 10, 100].map((part) => ({ ...step, ms: round(step.ms, part) }))
  if (step.do === 'faults') {
    return step.faults.flatMap((_, at) => [
      { ...step, faults: step.faults.toSpliced(at, 1) },
      { ...step, faults: step.faults.with(at, 'none') },
    ])
  }
  if (step.do === 'act')
    return [
      { ...step, key: 0 },
      { ...step, whole: true },
      { ...step, lent: null },
    ]
  return []
}

/** Fewer figures: 5000 is easier to read than 4873. */
const round = (ms: number, part: number) => Math.round((ms * part) / 100 / 100) * 100
