import { expect, it } from 'vitest'
import { aScenario } from './generate.ts'
import { runScenario } from './runScenario.ts'
import { prepareKeys } from './signingKeys.ts'
it('tries', { timeout: 600_000 }, async () => {
  await prepareKeys()
  const from = Number(process.env['FROM'] ?? 1),
    n = Number(process.env['N'] ?? 20)
  const counts = new Map<string, number>()
  const bad: string[] = []
  const t = performance.now()
  for (let seed = from; seed < from + n; seed += 1) {
    const o = await runScenario(aScenario(seed))
    for (const [k, v] of o.counts) counts.set(k, (counts.get(k) ?? 0) + v)
    if (o.violations.length)
      bad.push(
        `${seed} @${o.at}/${aScenario(seed).steps.length} ${o.violations.map((v) => v.invariant + ' ' + v.says).join(' | ')}`,
      )
  }
  console.log(((performance.now() - t) / n).toFixed(1), 'ms/world')
  console.log(
    [...counts]
      .sort()
      .map(([k, v]) => `${k}: ${v}`)
      .join('\n'),
  )
  console.log(bad.length + '\n' + bad.slice(0, 40).join('\n'))
  expect(1).toBe(1)
})
