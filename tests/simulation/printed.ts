import type { Summary } from './worlds.ts'

/** What some worlds came to, for a person to read. */
export function summaryLines({ worlds, counts, failures }: Summary): string[] {
  const named = (prefix: string) =>
    [...counts]
      .filter(([name]) => name.startsWith(prefix))
      .sort(([, one], [, other]) => other - one)
      .map(([name, count]) => `${name.slice(prefix.length)} ${count}`)
  const sum = (prefix: string) =>
    [...counts].reduce((all, [name, count]) => all + (name.startsWith(prefix) ? count : 0), 0)
  const others = [...counts.keys()].filter(
    (name) => !/^(?:act|fault|operations|part|step) /u.test(name),
  )
  return [
    `${worlds} worlds`,
    `${sum('act ')} acts: ${named('act ').join(', ')}`,
    `${sum('operations ')} operations: ${named('operations ').join(', ')}`,
    `${sum('fault ')} requests: ${named('fault ').join(', ')}`,
    `what else happened: ${named('step ').join(', ')}`,
    `parts pulled: ${named('part ').join(', ')}`,
    ...others.sort().map((name) => `${name}: ${counts.get(name) ?? 0}`),
    `${failures.length} worlds with violations`,
    ...byInvariant(failures),
    ...failures.slice(0, 20).map(({ seed, violations }) => {
      const said = violations.map(({ invariant, says }) => `${invariant} ${says}`)
      return `seed ${seed}: ${said.join(' | ')}`
    }),
  ]
}

/** One line: in how many worlds a planted bug was seen, and what it broke. */
export function mutantRow(name: string, { worlds, failures }: Summary): string {
  const first = failures[0] ? `, first with seed ${failures[0].seed}` : ''
  const seen = `${failures.length} of ${worlds} worlds${first}`
  return `${name.padEnd(28)} ${[seen, ...byInvariant(failures)].join('; ')}`
}

/** In how many worlds each invariant was the first to break. */
function byInvariant(failures: Summary['failures']): string[] {
  const counts = new Map<string, number>()
  for (const { violations } of failures) {
    const name = violations[0]?.invariant ?? ''
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name}: ${count}`)
}
