import { expect, it } from 'vitest'
import { importsOf, readSources } from './sources.ts'

/** The page `/ui` with the frame around it. */
const PAGE = 'src/app/routes/GalleryRoute.tsx'

const sources = new Map(readSources().map((source) => [source.path, source]))

/** Everything the page is put together from, itself included. */
function partsOf(path: string, seen = new Set<string>()): ReadonlySet<string> {
  const source = sources.get(path)
  if (!source || seen.has(path)) return seen
  seen.add(path)
  for (const each of importsOf(source)) if (each.runs && each.path) partsOf(each.path, seen)
  return seen
}

it('no piece is drawn on some screen only: the page that is looked at has all of them', () => {
  const pieces = [...sources.keys()].filter((path) => /^src\/ui\/[A-Z]\w*\.tsx$/u.test(path))
  const shown = partsOf(PAGE)

  expect(pieces.length).toBeGreaterThan(40)
  expect(pieces.filter((path) => !shown.has(path))).toEqual([])
})
