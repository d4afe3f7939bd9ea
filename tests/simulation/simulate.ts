import { aScenario } from './generate.ts'
import { buildWorlds } from './buildWorlds.ts'
import type { Mutant } from './mutants/mutant.ts'
import { mutants } from './mutants/mutants.ts'
import { mutantRow, summaryLines } from './printed.ts'
import type { Step } from './scenario.ts'
import { shrink } from './shrink.ts'
import { prepareWorlds } from './prepareWorlds.ts'
import { runByHand, runOnAll } from './workers.ts'
import type { Summary } from './worlds.ts'

/*
 *   npm run simulate -- --worlds 20000 [--seed 1]     runs worlds, prints what happened in them
 *   npm run simulate -- --shrink --seed 17            makes a world that fails as small as it gets
 *   npm run simulate -- --mutants [--worlds 100] [--only name,name]    plants bugs, one after the other
 *   … --workers 1                                     leaves the other processors alone
 *   … --provoke member,days                           such things go wrong more often
 */

const say = (text: string) => process.stdout.write(`${text}\n`)

const valueOf = (name: string): string | null => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? null : (process.argv[at + 1] ?? '')
}

const isAsked = (name: string) => process.argv.includes(`--${name}`)

/** A whole number that somebody gave, or `otherwise`. */
function numberOf(name: string, otherwise: number): number {
  const text = valueOf(name)
  if (text === null) return otherwise
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} ${text}`)
  return number
}

const seedsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => first + index)

/** Other worlds every second; the seed is printed. */
const someSeed = () => Math.floor(Date.now() / 1000)

const workers = numberOf('workers', 0) || undefined
const chosenWorkers = workers === undefined ? {} : { workers }

const provoked = (valueOf('provoke') ?? '').split(',').filter(Boolean) as Step['do'][]

async function simulate(): Promise<boolean> {
  const seeds = seedsFrom(numberOf('seed', someSeed()), numberOf('worlds', 500))
  say(`seeds ${seeds[0] ?? ''} to ${seeds.at(-1) ?? ''}`)
  let said = 0
  const began = Date.now()
  const onProgress = ({ worlds, failures }: Summary) => {
    if (worlds - said < 500) return
    said = worlds
    say(`${worlds} worlds, ${failures.length} with violations`)
  }
  const options = { ...chosenWorkers, onProgress, provoked }
  const summary = await runOnAll(await buildWorlds(null), seeds, options)
  for (const line of summaryLines(summary)) say(line)
  say(`${Math.round((Date.now() - began) / 1000)} s`)
  const [first] = summary.failures
  if (first) await printSmallest(first.seed)
  return !first
}

async function printSmallest(seed: number): Promise<boolean> {
  await prepareWorlds()
  const { scenario, violations } = await shrink(aScenario(seed, provoked))
  say(`\nthe smallest world of seed ${seed} that fails:`)
  say(JSON.stringify(scenario))
  for (const { invariant, says } of violations) say(`${invariant} ${says}`)
  return violations.length === 0
}

/** A planted bug that was seen in so many worlds is caught: the other seeds need not run. */
const ENOUGH = 3

/** `false`: a bug is in no world, and nothing is known that absorbs it. */
async function plantAll(): Promise<boolean> {
  const seeds = seedsFrom(numberOf('seed', 1), numberOf('worlds', 100))
  const only = valueOf('only')?.split(',') ?? null
  const chosen = mutants.filter(({ name }) => only?.includes(name) ?? true)
  // All are built first: the sources may change meanwhile.
  const plain = await buildWorlds(null)
  const built: (readonly [Mutant, string])[] = []
  for (const mutant of chosen) built.push([mutant, await buildWorlds(mutant)])
  say(`seeds ${seeds[0] ?? ''} to ${seeds.at(-1) ?? ''}`)
  let isWell = true
  for (const [mutant, path] of built) {
    const options = { ...chosenWorkers, provoked: mutant.provokedBy ?? [] }
    const byHand = mutant.shownIn ? [mutant.shownIn] : []
    const own = await runByHand(path, byHand)
    const summary = await runOnAll(path, seeds, { ...options, failuresMax: ENOUGH })
    const isCaught = own.failures.length + summary.failures.length > 0
    say(mutantRow(mutant.name, own, summary))
    if (!isCaught) say(`    ${mutant.absorbedBy ?? 'NOBODY SAW IT'}`)
    isWell &&= isCaught || mutant.absorbedBy !== undefined

    // It was the bug that broke these worlds: without it, nothing is wrong in them.
    const broken = summary.failures.map(({ seed }) => seed)
    const control = [
      await runByHand(plain, byHand),
      await runOnAll(plain, broken, options),
    ] as const
    if (control.every(({ failures }) => failures.length === 0)) continue
    isWell = false
    say(mutantRow('    unmutated, the same worlds', ...control))
  }
  return isWell
}

async function main(): Promise<void> {
  const isWell = isAsked('mutants')
    ? await plantAll()
    : isAsked('shrink')
      ? await printSmallest(numberOf('seed', 1))
      : await simulate()
  process.exitCode = isWell ? 0 : 1
}

// Not awaited: with a wait at its top, the build would load parts of the app later, which takes time.
void main()
