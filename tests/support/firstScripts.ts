import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const IMPORT = /(?:\bfrom|\bimport)\s*["']\.\/(?<name>[\w.-]+\.js)["']/gu

/** `chunk` and all that it needs at once; chunks it may load later do not count. */
export function graphOf(
  chunk: string,
  read: (chunk: string) => string,
  seen = new Set<string>(),
): ReadonlySet<string> {
  if (seen.has(chunk)) return seen
  seen.add(chunk)
  for (const { groups } of read(chunk).matchAll(IMPORT)) {
    if (groups?.['name']) graphOf(groups['name'], read, seen)
  }
  return seen
}

/** The scripts of `assets` that the page of the built app loads before it shows anything. */
export function firstScripts(web: string): readonly string[] {
  const page = join(web, 'index.html')
  if (!existsSync(page))
    throw new Error(`${web} is not there: run “npm run build” before this test.`)
  const source = /<script[^>]*type="module"[^>]*src="[^"]*assets\/(?<name>[^"]+)"/u
  const entry = source.exec(readFileSync(page, 'utf8'))?.groups?.['name'] ?? ''
  const first = [...graphOf(entry, (name) => readFileSync(join(web, 'assets', name), 'utf8'))]
  return [...first, biggestOutline(web)]
}

/** The words of a diploma come by themselves, each phone its own: the biggest stands for all. */
function biggestOutline(web: string): string {
  const sizeOf = (name: string) => statSync(join(web, 'assets', name)).size
  const outlines = readdirSync(join(web, 'assets')).filter((name) => /^outline-.*\.js$/u.test(name))
  const [biggest] = outlines.sort((one, other) => sizeOf(other) - sizeOf(one))
  if (biggest === undefined) throw new Error(`${web} has no outline of a programme`)
  return biggest
}
