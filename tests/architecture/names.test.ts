import { describe, expect, it } from 'vitest'
import { readSources, type Source } from './sources.ts'

/**
 * Say this instead: one French term has one English form. Words that name other things as well
 * (report, sheet, post, class, message, task, program, meeting) are left to whoever reviews.
 */
const sayInstead: Readonly<Record<string, string>> = {
  booklet: 'logbook',
  carnet: 'logbook',
  notebook: 'logbook',
  student: 'apprentice',
  pupil: 'apprentice',
  tutor: 'master',
  mentor: 'master',
  teacher: 'trainer',
  admin: 'coordinator',
  parent: 'guardian',
  school: 'centre',
  center: 'centre',
  employer: 'company',
  course: 'programme',
  approve: 'sign',
  approval: 'signature',
  validate: 'sign, or say what is checked',
  validation: 'signature, or say what is checked',
  competency: 'skill',
  competence: 'skill',
  grade: 'assessment',
  salary: 'pay',
  wage: 'pay',
  todo: 'objective',
  utils: 'what is in it',
  util: 'what it does',
  helpers: 'what is in it',
  helper: 'what it does',
  misc: 'what is in it',
  common: 'what is in it',
  handle: 'what it does',
  manager: 'what it does',
  stuff: 'what it is',
  fiche: 'entry',
  semaine: 'week',
  visite: 'visit',
  entretien: 'interview',
  apprenti: 'apprentice',
  maitre: 'master',
  formateur: 'trainer',
  entreprise: 'company',
  formation: 'programme',
  promotion: 'cohort',
  visa: 'signature',
  epreuve: 'exam',
}

/** Names that say nothing of what is in the file. */
const emptyNames = ['index', 'types', 'constants', 'shared', 'lib']

const EXPORT =
  /^export (?:default )?(?:declare )?(?:abstract )?(?:async )?(?:const enum|const|let|function\*?|class|interface|type|enum)\s+(?<name>[^\s<(:=;{]+)/gmu

const exportsOf = ({ text }: Source): string[] =>
  [...text.matchAll(EXPORT)].map(({ groups }) => groups?.['name'] ?? '')

/** `TutorId` → tutor, id. `upgrade` is one word and holds no “grade”. */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')

/** What is wrong with a name, in words. */
function mistakesOf(name: string): string[] {
  if (!/^[\x20-\x7e]*$/u.test(name)) return [`${name}: not ASCII`]
  return wordsOf(name).flatMap((word) => {
    const singular = word.replace(/s$/u, '')
    const instead = sayInstead[word] ?? sayInstead[singular]
    return instead === undefined ? [] : [`${name}: say ${instead}, not ${word}`]
  })
}

const sources = readSources()

describe('names', () => {
  it('there are some', () => {
    expect(sources.flatMap(exportsOf).length).toBeGreaterThan(sources.length / 2)
  })

  it.each(sources)('in $path', (source) => {
    const file = source.path.split('/').at(-1)?.split('.')[0] ?? ''
    expect(emptyNames).not.toContain(file)
    expect([...source.path.split('/'), ...exportsOf(source)].flatMap(mistakesOf)).toEqual([])
  })
})

describe('the list sees', () => {
  it.each([
    ['TutorId', ['TutorId: say master, not tutor']],
    ['listStudents', ['listStudents: say apprentice, not students']],
    ['SCHOOL_YEAR', ['SCHOOL_YEAR: say centre, not school']],
    ['openHTTPCourse', ['openHTTPCourse: say programme, not course']],
    ['métier', ['métier: not ASCII']],
    ['upgrade', []],
    ['PersonHeader', []],
    ['apprenticeship', []],
  ])('%s', (name, mistakes) => {
    expect(mistakesOf(name)).toEqual(mistakes)
  })

  it('every form of export', () => {
    const text = [
      'export const one = 1',
      'export async function two() {}',
      'export interface Three {}',
      'export type Four<T> = T',
      'export default function Five() {}',
      'export function six<T>(a: T) {}',
      'export class Seven {}',
    ].join('\n')
    const names = exportsOf({ path: 'a.ts', text })
    expect(names).toEqual(['one', 'two', 'Three', 'Four', 'Five', 'six', 'Seven'])
  })
})
