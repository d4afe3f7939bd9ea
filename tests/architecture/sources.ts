import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Source {
  /** From the root of the repository: `src/domain/decide.ts`. */
  readonly path: string
  readonly text: string
}

/** Every TypeScript and JavaScript file under `folder`. */
export const readSources = (folder = 'src'): Source[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && /\.[jt]sx?$/u.test(each.name))
    .map((each) => relative(root, join(each.parentPath, each.name)).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

export interface Import {
  /** As it is written: `#domain/decide.ts`, `./merge.ts`, `zod/mini`. */
  readonly name: string
  /** The file it means, from the root, or `null`: a package. */
  readonly path: string | null
  /** Whether something of it is there when the program runs, at once. */
  readonly runs: boolean
}

const STATIC = /^(?:import|export)\s(?<what>[^'"]*?)\bfrom\s+['"](?<name>[^'"]+)['"]/gmu
const BARE = /^import\s+['"](?<name>[^'"]+)['"]/gmu
const LAZY = /\bimport\(\s*['"](?<name>[^'"]+)['"]/gu

export function importsOf({ path, text }: Source): Import[] {
  const resolve = (name: string) => {
    if (name.startsWith('#'))
      return name.replace(/^#(tests\/)?/u, (_, tests) => (tests ? 'tests/' : 'src/'))
    return name.startsWith('.') ? join(dirname(path), name).replaceAll('\\', '/') : null
  }
  const found = (pattern: RegExp, runs: (what: string) => boolean): Import[] =>
    [...text.matchAll(pattern)].map(({ groups }) => {
      const name = groups?.['name'] ?? ''
      return { name, path: resolve(name), runs: runs(groups?.['what'] ?? '') }
    })
  return [
    ...found(STATIC, (what) => !what.startsWith('type ')),
    ...found(BARE, () => true),
    ...found(LAZY, () => false),
  ]
}
