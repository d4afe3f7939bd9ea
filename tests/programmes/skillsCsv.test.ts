import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findProgramme, programmeIds } from '#programmes/programmes.ts'
import { readSkillsCsv, writeSkillsCsv, type SkillProblem } from '#programmes/skillsCsv.ts'

const HEAD = 'Bloc;Titre du bloc;Groupe;Titre du groupe;Code;Compétence;Nom court;Critères'
const LINE = 'B1;Vendre;B1.C1;Négocier;B1.C1.1;Négocier une vente;Négocier;Maîtrise|Efficacité'
const other = (change: (cells: string[]) => void) => {
  const cells = LINE.split(';')
  change(cells)
  return cells.join(';')
}
const second = other((cells) => {
  cells[4] = 'B1.C1.2'
})
const BLOCKS = ['B1', 'B2', 'B10']
const problemsOf = (...lines: string[]) => {
  const read = readSkillsCsv(lines.join('\n'), BLOCKS)
  return read.type === 'refused' ? read.problems : []
}

describe('skills from a CSV file', () => {
  it('are blocks with their groups, skills and criteria, in the order of the file', () => {
    const block2 = 'B2;Gérer;;;B2.C1;Tenir un stock;Stocks;'
    expect(readSkillsCsv([HEAD, LINE, second, block2].join('\r\n'), BLOCKS)).toEqual({
      type: 'skills',
      blocks: [
        {
          code: 'B1',
          title: 'Vendre',
          skillGroups: [{ code: 'B1.C1', label: 'Négocier' }],
          skills: ['B1.C1.1', 'B1.C1.2'].map((code) => ({
            code,
            label: 'Négocier une vente',
            shortLabel: 'Négocier',
            criteria: ['Maîtrise', 'Efficacité'],
          })),
        },
        {
          code: 'B2',
          title: 'Gérer',
          skillGroups: [],
          skills: [{ code: 'B2.C1', label: 'Tenir un stock', shortLabel: 'Stocks', criteria: [] }],
        },
      ],
    })
  })

  it.each([
    [
      'headings in any order and case, without accents',
      'CODE,bloc, titre  du BLOC,Competence,Nom court',
    ],
    [
      'headings with accents that are typed apart',
      'code,bloc,titre du bloc,compe\u0301tence,nom court',
    ],
  ])('may have %s', (_, head) => {
    expect(readSkillsCsv(`${head}\nB1.C1,B1,Vendre,Vendre,Vente`, BLOCKS)).toMatchObject({
      type: 'skills',
    })
  })

  const problem = (change: Partial<SkillProblem>): SkillProblem => ({
    line: 2,
    problem: 'empty-cell',
    column: null,
    value: '',
    ...change,
  })

  it.each<[string, string[], Partial<SkillProblem>]>([
    ['nothing', [''], { line: 1, problem: 'empty-file' }],
    ['headings alone', [HEAD], { line: 1, problem: 'empty-file' }],
    ['a quote that nobody closes', [HEAD, LINE, '"B1;'], { line: 3, problem: 'open-quote' }],
    [
      'a column is missing',
      ['bloc;titre du bloc;code;compétence', 'B1;V;B1.C1;V'],
      { line: 1, problem: 'no-column', column: 'nom court' },
    ],
    [
      'a column nobody knows',
      [`${HEAD};Remarque`, `${LINE};x`],
      { line: 1, problem: 'unknown-column', column: 'Remarque', value: 'Remarque' },
    ],
    [
      'a column twice',
      [`${HEAD};code`, `${LINE};B1.C1.1`],
      { line: 1, problem: 'column-twice', column: 'code', value: 'code' },
    ],
    ['a cell is empty', [HEAD, other((cells) => (cells[5] = ' '))], { column: 'compétence' }],
    [
      'a group without its title',
      [HEAD, other((cells) => (cells[3] = ''))],
      { column: 'titre du groupe' },
    ],
    [
      'a block that is no code',
      [HEAD, other((cells) => (cells[0] = 'Bloc 1'))],
      { problem: 'not-a-code', column: 'bloc', value: 'Bloc 1' },
    ],
    [
      'a block that the programme has not, so that no exam asks for it',
      [HEAD, LINE.replaceAll('B1', 'B3')],
      { problem: 'unknown-block', column: 'bloc', value: 'B3' },
    ],
    [
      'a code that is none',
      [HEAD, other((cells) => (cells[4] = 'C1.1'))],
      { problem: 'not-a-code', column: 'code', value: 'C1.1' },
    ],
    [
      'a code of another block',
      [HEAD, other((cells) => (cells[4] = 'B10.C1.1'))],
      { problem: 'other-block', column: 'code', value: 'B10.C1.1' },
    ],
    [
      'a code of another group',
      [HEAD, other((cells) => (cells[4] = 'B1.C10.1'))],
      { problem: 'other-group', column: 'code', value: 'B1.C10.1' },
    ],
    [
      'a name too long for a phone',
      [HEAD, other((cells) => (cells[6] = 'x'.repeat(41)))],
      { problem: 'too-long', column: 'nom court', value: 'x'.repeat(41) },
    ],
    [
      'a code twice',
      [HEAD, LINE, '', LINE],
      { line: 4, problem: 'code-twice', column: 'code', value: 'B1.C1.1' },
    ],
    [
      'a block with two titles',
      [HEAD, LINE, second.replace('Vendre', 'Acheter')],
      { line: 3, problem: 'other-title', column: 'titre du bloc', value: 'Acheter' },
    ],
    [
      'a group with two titles',
      [HEAD, LINE, second.replace(';Négocier;', ';Acheter;')],
      { line: 3, problem: 'other-title', column: 'titre du groupe', value: 'Acheter' },
    ],
    [
      'a skill without a group beside others that have one',
      [HEAD, LINE, 'B1;Vendre;;;B1.C2;Suivre;Suivre;'],
      { line: 3, column: 'groupe' },
    ],
    [
      'a semicolon in a text without quotes',
      [HEAD, `${LINE};et plus`],
      { problem: 'extra-cell', value: 'et plus' },
    ],
  ])('are refused, with line and column: %s', (_, lines, expected) => {
    expect(problemsOf(...lines)).toEqual([problem(expected)])
  })

  it('are refused with everything that is wrong, in the order of the file', () => {
    const unnamed = other((cells) => (cells[5] = ''))
    const found = problemsOf(HEAD, LINE, LINE, unnamed)
    expect(found.map(({ line, problem: name }) => `${line} ${name}`)).toEqual([
      '3 code-twice',
      '4 empty-cell',
      '4 code-twice',
    ])
  })

  it('more than 500 are no diploma', () => {
    const lines = Array.from({ length: 501 }, (_, index) =>
      other((cells) => (cells[4] = `B1.C1.${index + 1}`)),
    )
    expect(problemsOf(HEAD, ...lines.slice(1))).toEqual([])
    expect(problemsOf(HEAD, ...lines).map(({ problem: name }) => name)).toEqual(['too-many-rows'])
  })

  it('a name of 40 characters fits', () => {
    expect(
      problemsOf(
        HEAD,
        other((cells) => (cells[6] = 'x'.repeat(40))),
      ),
    ).toEqual([])
  })

  it('whatever the file holds, the answer is skills or a refusal, never an error', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom(HEAD, LINE, ';', '\n', '"', 'B1', 'code'))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const read = readSkillsCsv(pieces.join(''), BLOCKS)
        if (read.type === 'refused') expect(read.problems.length).toBeGreaterThan(0)
        else expect(read.blocks.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('the skills of our own programmes', () => {
  it.each(programmeIds)('%s, written as CSV, come back as they are', async (id) => {
    const blocks = (await findProgramme(id))?.blocks ?? []
    const codes = blocks.map(({ code }) => code)
    expect(readSkillsCsv(writeSkillsCsv(blocks), codes)).toEqual({
      type: 'skills',
      blocks: blocks.map(({ code, title, skillGroups, skills }) => ({
        ...{ code, title, skillGroups, skills },
      })),
    })
  })

  it('are written as a French spreadsheet opens them: semicolons, a byte order mark, quotes doubled', () => {
    const skills = [{ code: 'B1.C1', label: 'Dire « oui » ; ou "non"', shortLabel: 'Dire' }]
    const block = { code: 'B1', title: 'Vendre', skillGroups: [] }
    const csv = writeSkillsCsv([
      { ...block, skills: skills.map((each) => ({ ...each, criteria: ['Un', 'Deux'] })) },
    ])
    expect(csv.startsWith('\uFEFF"bloc";"titre du bloc"')).toBe(true)
    expect(csv).toContain('"Dire « oui » ; ou ""non""";"Dire";"Un | Deux"\r\n')
  })
})
