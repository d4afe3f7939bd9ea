import type { Summary } from './worlds.ts'

/** The faults of the protocol’s list, and the names under which a world counts them. */
const faultKinds: readonly (readonly [string, ...string[]])[] = [
  ['F1 page killed', 'step kill'],
  ['F2 request lost', 'fault lost', 'fault half-sent'],
  ['F3 answer lost', 'fault lost-answer'],
  ['F4 sent twice', 'fault twice', 'fault again'],
  ['F5 late', 'fault late'],
  ['F6 not our answer, or half of it', ...faultsNamed('error-before error-after gateway')],
  ['F6 …', ...faultsNamed('portal garbled cut')],
  ['F7 turned down', ...faultsNamed('signed-out forbidden unknown-device too-large')],
  ['F7 …', ...faultsNamed('too-many unavailable')],
  ['F8 silent, offline', 'fault stall', 'step network'],
  ['F9 no room', 'step full', 'step evict', 'times that pictures made room'],
  ['F10 database broken', 'step broken'],
  ['F11 storage lost or put back', 'step wipe', 'step roll-back'],
  ['F12 clock wrong', 'step clock'],
  ['F13 server stops', 'step restart'],
  ['F16 restored from a backup', 'step restore'],
  ['F17 tabs', 'step second-tab', 'step older-tab', 'step freeze'],
  ['F18 two devices', 'alternatives both-kept', 'alternatives late'],
  ['F19 parts that change', 'step member', 'step days'],
  ['F20 cloned device', 'step clone'],
  ['F21 versions', 'step min-app', 'pulls of an app that is too old', 'shapes of an older release'],
  ['F22 new version while one writes', 'step update'],
  ['F23 poison', 'step poison', 'held operations that broke our rules'],
  ['F23 settled by a person', 'step settle', 'settled applied', 'settled merged'],
  ['F23 …', 'settled rejected', 'settled already-settled', 'settled earlier-first'],
  ['F24 photos', 'pieces of photos', 'photos that go on after a cut', 'fault flipped'],
  ['F24 …', 'photos refused wrong-hash', 'step lose-photo', 'photos whose bytes are lost'],
  ['F25 device reported lost', 'step report-lost'],
  ['F27 signed out, somebody else', 'step sign-out', 'step switch'],
  ['rescue files', 'rescue files saved', 'step bring', 'rescue parcels taken', 'rescue not-sealed'],
]

function faultsNamed(names: string): string[] {
  return names.split(' ').map((name) => `fault ${name}`)
}

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
  const faults = faultKinds.map(([kind, ...names]) => {
    const each = names.map(
      (name) => `${name.replace(/^(?:fault|step) /u, '')} ${counts.get(name) ?? 0}`,
    )
    return `  ${kind}: ${each.join(', ')}`
  })
  return [
    `${worlds} worlds`,
    `${sum('act ')} acts: ${named('act ').join(', ')}`,
    `${sum('operations ')} operations: ${named('operations ').join(', ')}`,
    `${sum('fault ')} requests: ${named('fault ').join(', ')}`,
    `what else happened: ${named('step ').join(', ')}`,
    'faults by kind:',
    ...faults,
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

/** One line: whether its own world shows a planted bug, in how many others, and what it broke. */
export function mutantRow(name: string, own: Summary, { worlds, failures }: Summary): string {
  const byHand = own.failures[0]?.violations[0]?.invariant ?? 'not seen'
  const first = failures[0] ? `, first with seed ${failures[0].seed}` : ''
  const seen = `${failures.length} of ${worlds} worlds${first}`
  const parts = [...(own.worlds > 0 ? [`own world: ${byHand}`] : []), seen]
  return `${name.padEnd(32)} ${[...parts, ...byInvariant(failures)].join('; ')}`
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
