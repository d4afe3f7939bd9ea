import { describe, expect, it } from 'vitest'
import { findProgramme, programmeIds } from '#programmes/programmes.ts'
import { readSources, type Source } from './sources.ts'

/** Codes of every programme: in the rest of the code they could only stand for one diploma. */
async function codesOf(id: string): Promise<readonly string[]> {
  const programme = await findProgramme(id)
  if (!programme) throw new Error(`${id} is no programme`)
  const { blocks, exams, cohorts, pieces, subjects, diplomaCode, rncp } = programme
  return [
    ...[id, diplomaCode, rncp],
    ...blocks.flatMap((block) => [
      block.code,
      ...block.skillGroups.map(({ code }) => code),
      ...block.skills.map(({ code }) => code),
      ...block.activities.flatMap(({ tasks }) => tasks.map(({ code }) => code)),
    ]),
    ...exams.flatMap(({ code, unit, parts }) => [code, unit, ...parts.map((part) => part.code)]),
    ...[...pieces, ...subjects].map(({ code }) => code),
    ...cohorts.map((cohort) => cohort.id),
  ]
}

/** What programmes and their parts are called. */
async function titlesOf(id: string): Promise<readonly string[]> {
  const programme = await findProgramme(id)
  const { shortTitle = '', title = '', blocks = [], exams = [] } = programme ?? {}
  // “BTS NDRC” is also called “NDRC”.
  const sigle = shortTitle.split(' ').at(-1) ?? ''
  return [sigle, title.replace(/^BTS /u, ''), ...[...blocks, ...exams].map((each) => each.title)]
}

const codes = new Set((await Promise.all(programmeIds.map(codesOf))).flat())
const titles = new Set((await Promise.all(programmeIds.map(titlesOf))).flat())

/** What a file knows of one diploma, in words. */
function mistakesOf({ text }: Source): string[] {
  const literals = [...text.matchAll(/(['"`])(?<value>(?:(?!\1)[^\\\n])*)\1/gu)]
  const values = literals.map(({ groups }) => groups?.['value'] ?? '')
  const known = values.flatMap((value) => value.split('/')).filter((value) => codes.has(value))
  const called = [...titles].filter((title) =>
    new RegExp(`(?<![\\p{L}\\d])${title}(?![\\p{L}\\d])`, 'iu').test(text),
  )
  return [...new Set([...known, ...called])]
}

/** The demo is a story of people who prepare one diploma. */
const sources = readSources().filter(
  ({ path }) => !path.startsWith('src/programmes/') && !path.startsWith('src/server/demo/'),
)

describe('no code knows one diploma', () => {
  it('there is code, and there are diplomas', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(programmeIds.length).toBeGreaterThan(1)
    expect(codes.size).toBeGreaterThan(100)
  })

  it.each(sources)('$path', (source) => {
    expect(mistakesOf(source)).toEqual([])
  })

  it.each<[string, string, string[]]>([
    ['a code', `if (exam === 'E4') return`, ['E4']],
    ['a task of the programme', 'const key = "tasks/trade-fair"', ['trade-fair']],
    ['an id', `findOutline('bts-ndrc')`, ['bts-ndrc', 'NDRC']],
    ['a name in a comment', '/** As in the NDRC. */', ['NDRC']],
    [
      'a title on a screen',
      `lead: 'Vous préparez la négociation et digitalisation de la relation client.'`,
      ['Négociation et digitalisation de la relation client'],
    ],
    ['nothing in other words', `const mode = 'oral' // calendrier`, []],
  ])('the test sees %s', (_, text, expected) => {
    expect(mistakesOf({ path: 'src/domain/a.ts', text })).toEqual(expected)
  })
})
