import { existsSync, readFileSync } from 'node:fs'
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
  return [...graphOf(entry, (name) => readFileSync(join(web, 'assets', name), 'utf8'))]
}
