import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { plant, buildWorlds } from './buildWorlds.ts'
import { aScenario } from './generate.ts'
import { mutants } from './mutants/mutants.ts'
import { runScenario } from './runScenario.ts'
import type { Scenario } from './scenario.ts'
import { shrink } from './shrink.ts'
import { prepareWorlds } from './prepareWorlds.ts'
import { runOnAll } from './workers.ts'

const WORLDS = 500
const FIRST_SEED = 1

/** The smallest world in which the same goes wrong, to be looked at and kept. */
async function storyOf(seed: number): Promise<string> {
  const { scenario, violations } = await shrink(aScenario(seed))
  const said = violations.map(({ invariant, says }) => `${invariant} ${says}`)
  return `seed ${seed}: ${said.join(' | ')}\n${JSON.stringify(scenario)}`
}

describe('in a world of bad networks, dying pages and wrong clocks', () => {
  beforeAll(prepareWorlds)

  it(
    `no word is lost, nothing happens twice, and all see the same (seeds ${FIRST_SEED} to ${FIRST_SEED + WORLDS - 1})`,
    { timeout: 900_000 },
    async () => {
      const seeds = Array.from({ length: WORLDS }, (_, index) => FIRST_SEED + index)
      const { worlds, failures } = await runOnAll(await buildWorlds(null, 'test'), seeds)
      const [first] = failures
      const story = first ? await storyOf(first.seed) : ''
      expect(failures.length, story).toBe(0)
      expect(worlds).toBe(WORLDS)
    },
  )

  it('the same seed gives the same world', async () => {
    const [one, other] = [await runScenario(aScenario(3)), await runScenario(aScenario(3))]
    expect([...one.counts]).toEqual([...other.counts])
  })
})

describe('what went wrong once', () => {
  const folder = new URL('scenarios/', import.meta.url)
  beforeAll(prepareWorlds)

  it.each(readdirSync(folder))('does not again: %s', { timeout: 60_000 }, async (name) => {
    const scenario = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Scenario
    expect((await runScenario(scenario)).violations).toEqual([])
  })
})

describe('the bugs that are planted to see whether anybody notices', () => {
  it.each(mutants)('$name has its place in the source', ({ edits }) => {
    for (const edit of edits) {
      const source = readFileSync(new URL(`../../${edit.file}`, import.meta.url), 'utf8')
      expect(plant(source, edit)).not.toBe(source)
    }
  })
})
