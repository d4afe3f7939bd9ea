import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { firstScripts, graphOf } from '#tests/support/firstScripts.ts'
import { root } from './sources.ts'

/**
 * What a phone loads before an apprentice can write her week: JavaScript, in bytes as sent (gzip,
 * level 9). That it is enough, and nothing else is needed, is tried in a browser by
 * `tests/journeys/firstScreen.journey.ts`.
 */
const FIRST_SCREEN_MAX = 150_000

const web = join(root, 'dist/web')

it(`the first screen of an apprentice loads ${FIRST_SCREEN_MAX / 1000} kB of JavaScript at most`, () => {
  const sizes = firstScripts(web).map((name) => {
    const content = readFileSync(join(web, 'assets', name))
    return { name, bytes: gzipSync(content, { level: 9 }).length }
  })
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  const table = sizes
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ name, bytes }) => `${bytes} ${name}`)

  expect(sizes.length).toBeGreaterThan(1)
  expect(total, table.join('\n')).toBeLessThanOrEqual(FIRST_SCREEN_MAX)
  // A bundle of nothing would be small, too: React alone has more than this.
  expect(total).toBeGreaterThan(FIRST_SCREEN_MAX / 4)
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
