import { describe, expect, it } from 'vitest'
import { importsOf, readSources, type Source } from './sources.ts'

/** Arrows only go down. A new folder is red until it has its line here. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  programmes: ['domain', 'protocol'],
  protocol: ['domain'],
  store: ['domain', 'protocol'],
  sync: ['domain', 'protocol', 'store'],
  ui: [],
  features: ['domain', 'programmes', 'protocol', 'store', 'ui'],
  app: ['domain', 'programmes', 'protocol', 'store', 'sync', 'ui', 'features'],
  sw: ['protocol'],
  server: ['domain', 'programmes', 'protocol'],
}

/** Packages of the layers that must run anywhere, or that one package is the reason of. */
const mayUse: Readonly<Record<string, RegExp>> = {
  // SHA-256 has to be synchronous inside an IndexedDB transaction.
  domain: /^@noble\/hashes\//u,
  programmes: /^zod\//u,
  protocol: /^(?:zod\/|@noble\/hashes\/)/u,
  store: /^dexie$/u,
  sync: /^(?:zod\/|zustand\/vanilla$)/u,
  sw: /^workbox-/u,
}

/** What several features show: it knows none of them. */
const SHARED = 'parts'

const sources = readSources()

const layerOf = (path: string) => path.split('/')[1] ?? ''
const featureOf = (path: string) => path.split('/')[2] ?? ''

/** What is wrong with the imports of a file, in words. */
function mistakesOf(source: Source): string[] {
  const layer = layerOf(source.path)
  const allowed = mayImport[layer]
  if (!allowed) return [`${layer} has no line in mayImport`]
  return importsOf(source).flatMap(({ name, path }) => {
    if (path === null) {
      const packages = mayUse[layer]
      return packages && !packages.test(name) ? [`${layer} uses the package ${name}`] : []
    }
    // package.json, next to src.
    if (!path.startsWith('src/')) return layer === 'server' ? [] : [`${name} is outside of src`]
    const target = layerOf(path)
    if (target !== layer) return allowed.includes(target) ? [] : [`${layer} imports ${target}`]
    const [from, to] = [featureOf(source.path), featureOf(path)]
    return layer === 'features' && from !== to && to !== SHARED
      ? [`the feature ${from} imports the feature ${to}`]
      : []
  })
}

/** A way back to the file it began with, or `null`. Types are gone when the program runs. */
function cycleFrom(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set<string>()
  const walk = (path: string, way: readonly string[]): string[] | null => {
    for (const next of graph.get(path) ?? []) {
      if (next === start) return [...way, next]
      if (seen.has(next)) continue
      seen.add(next)
      const found = walk(next, [...way, next])
      if (found) return found
    }
    return null
  }
  return walk(start, [start])
}

const graphOf = (files: readonly Source[]) =>
  new Map(
    files.map((source) => {
      const there = importsOf(source).filter(({ path, runs }) => runs && path !== null)
      return [source.path, there.flatMap(({ path }) => path ?? [])]
    }),
  )

describe('the layers', () => {
  it('are all there is in src, and each has files', () => {
    const found = new Set(sources.map(({ path }) => layerOf(path)))
    expect([...found].sort()).toEqual(Object.keys(mayImport).sort())
  })

  it.each(sources)('$path imports nothing from above', (source) => {
    expect(mistakesOf(source)).toEqual([])
  })

  it('no file needs itself by way of others', () => {
    const graph = graphOf(sources)
    expect([...graph.values()].flat().length).toBeGreaterThan(sources.length)
    for (const { path } of sources) expect(cycleFrom(path, graph)).toBeNull()
  })
})

describe('the wall itself sees', () => {
  const file = (path: string, text: string): Source => ({ path, text })

  it.each<[string, Source, string]>([
    [
      'an arrow up',
      file('src/domain/a.ts', `import { b } from '#store/b.ts'`),
      'domain imports store',
    ],
    [
      'a type from above',
      file('src/ui/a.ts', `import type { B } from '#domain/b.ts'`),
      'ui imports domain',
    ],
    [
      'an import on several lines',
      file('src/store/a.ts', `import {\n  b,\n  c,\n} from '#sync/b.ts'`),
      'store imports sync',
    ],
    [
      'an export from above',
      file('src/protocol/a.ts', `export * from '#app/b.ts'`),
      'protocol imports app',
    ],
    ['an import for its effect', file('src/ui/a.ts', `import '#app/b.css'`), 'ui imports app'],
    [
      'a lazy import',
      file('src/features/week/a.ts', `const b = import('#sync/b.ts')`),
      'features imports sync',
    ],
    [
      'a way around the alias',
      file('src/domain/a.ts', `import { b } from '../store/b.ts'`),
      'domain imports store',
    ],
    [
      'the server from the app',
      file('src/app/a.ts', `import { b } from '#server/b.ts'`),
      'app imports server',
    ],
    [
      'a package in the domain',
      file('src/domain/a.ts', `import * as z from 'zod/mini'`),
      'domain uses the package zod/mini',
    ],
    [
      'a feature in a feature',
      file('src/features/week/a.ts', `import { b } from '#features/visit/b.ts'`),
      'the feature week imports the feature visit',
    ],
    [
      'a feature in what all share',
      file('src/features/parts/a.ts', `import { b } from '../visit/b.ts'`),
      'the feature parts imports the feature visit',
    ],
    [
      'the tests',
      file('src/store/a.ts', `import { b } from '#tests/support/b.ts'`),
      '#tests/support/b.ts is outside of src',
    ],
    ['a new folder', file('src/utils/a.ts', ''), 'utils has no line in mayImport'],
  ])('%s', (_, source, mistake) => {
    expect(mistakesOf(source)).toEqual([mistake])
  })

  it('a cycle of three files', () => {
    const graph = graphOf([
      file('src/ui/a.ts', `import { b } from './b.ts'`),
      file('src/ui/b.ts', `import { c } from '#ui/c.ts'`),
      file('src/ui/c.ts', `import type { b } from './b.ts'\nimport { a } from './a.ts'`),
    ])
    expect(cycleFrom('src/ui/a.ts', graph)).toEqual([
      'src/ui/a.ts',
      'src/ui/b.ts',
      'src/ui/c.ts',
      'src/ui/a.ts',
    ])
  })
})
