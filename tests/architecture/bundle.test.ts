import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { root } from './sources.ts'

/** What a phone loads before an apprentice sees her week: JavaScript, in bytes as sent (gzip, level 9). */
const FIRST_SCREEN_MAX = 150_000

const web = join(root, 'dist/web')

const IMPORT = /(?:\bfrom|\bimport)\s*["']\.\/(?<name>[\w.-]+\.js)["']/gu

/** `chunk` and all that it needs at once; chunks it may load later do not count. */
function graphOf(chunk: string, read: (chunk: string) => string, seen = new Set<string>()) {
  if (seen.has(chunk)) return seen
  seen.add(chunk)
  for (const { groups } of read(chunk).matchAll(IMPORT)) {
    if (groups?.['name']) graphOf(groups['name'], read, seen)
  }
  return seen
}

describe('the first screen of an apprentice', () => {
  let scripts: readonly string[]
  let entry: string
  const read = (chunk: string) => readFileSync(join(web, 'assets', chunk), 'utf8')

  beforeAll(() => {
    const page = join(web, 'index.html')
    if (!existsSync(page)) {
      throw new Error('dist/web is not there: run “npm run build” before this test.')
    }
    scripts = readdirSync(join(web, 'assets')).filter((name) => name.endsWith('.js'))
    const source = /<script[^>]*type="module"[^>]*src="[^"]*assets\/(?<name>[^"]+)"/u
    entry = source.exec(readFileSync(page, 'utf8'))?.groups?.['name'] ?? ''
  })

  it(`loads ${FIRST_SCREEN_MAX / 1000} kB of JavaScript at most`, () => {
    expect(scripts).toContain(entry)
    // The apprentice’s week is part of the entry; if it ever leaves it, count its chunk here.
    expect(scripts.filter((name) => name.startsWith('ApprenticeHomeRoute'))).toEqual([])

    const needed = [...graphOf(entry, read)]
    const sizeOf = (name: string) => ({ name, bytes: gzipSync(read(name), { level: 9 }).length })
    // Loaded by itself, one for each diploma: a week needs that of its own, here the biggest.
    const outlines = scripts.filter((name) => name.startsWith('outline-')).map(sizeOf)
    expect(outlines.length).toBeGreaterThan(1)
    expect(outlines.filter(({ name }) => needed.includes(name))).toEqual([])
    const [biggest] = outlines.sort((one, other) => other.bytes - one.bytes)
    const sizes = [...needed.map(sizeOf), ...(biggest ? [biggest] : [])]
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
    const table = sizes
      .sort((one, other) => other.bytes - one.bytes)
      .map(({ name, bytes }) => `${bytes} ${name}`)

    expect(needed.length).toBeGreaterThan(1)
    expect(total, table.join('\n')).toBeLessThanOrEqual(FIRST_SCREEN_MAX)
    // A bundle of nothing would be small, too: React alone has more than this.
    expect(total).toBeGreaterThan(FIRST_SCREEN_MAX / 4)
  })
})

it('what is loaded at once is told from what is loaded later', () => {
  const chunks: Record<string, string> = {
    'entry.js': 'import{a}from"./a.js";import"./b.js";const later=()=>import("./later.js")',
    'a.js': 'export{c}from"./c.js";import React from "react"',
    'b.js': 'import{a as x}from"./a.js";',
    'c.js': '',
    'later.js': 'import"./heavy.js"',
  }
  const graph = graphOf('entry.js', (name) => chunks[name] ?? '')
  expect([...graph].sort()).toEqual(['a.js', 'b.js', 'c.js', 'entry.js'])
})
