import {
  inColumn,
  readCsvTable,
  writeCsvTable,
  type CsvProblem,
  type TableLine,
} from '#protocol/csvTable.ts'
import type { ImportedBlock } from '#protocol/importedSkills.ts'
import { blockCode, SKILL_SHORT_MAX, skillCode } from './loadProgramme.ts'
import type { Block } from './programme.ts'

/** Columns by what they hold, with the heading a coordinator writes. */
export const columns = {
  block: { heading: 'bloc', needed: true },
  blockTitle: { heading: 'titre du bloc', needed: true },
  group: { heading: 'groupe', needed: false },
  groupTitle: { heading: 'titre du groupe', needed: false },
  code: { heading: 'code', needed: true },
  label: { heading: 'compétence', needed: true },
  shortLabel: { heading: 'nom court', needed: true },
  criteria: { heading: 'critères', needed: false },
} as const
export type SkillColumn = keyof typeof columns

/** Skills in one file at most: a diploma has under a hundred. */
const ROWS_MAX = 500
/** Between the criteria of one skill. */
const CRITERIA_SEPARATOR = '|'

/**
 * What is wrong with a cell. `other-title`: the same code has another title further up.
 * `unknown-block`: the programme has no such block, so no exam would ask for it. `other-block`,
 * `other-group`: the code of a skill does not begin with that of its block or group.
 */
export type SkillProblemName =
  | 'not-a-code'
  | 'unknown-block'
  | 'too-long'
  | 'code-twice'
  | 'other-title'
  | 'other-block'
  | 'other-group'

export type SkillProblem = CsvProblem<SkillProblemName>

export type SkillsFile =
  | { readonly type: 'skills'; readonly blocks: ImportedBlock[] }
  | { readonly type: 'refused'; readonly problems: readonly SkillProblem[] }

/**
 * Reads the skills of a programme from a CSV file: one line for each skill, blocks and groups named
 * on each. All problems are told at once, in the order of the file; with one of them nothing is
 * taken. Codes are those of the logbook (`B1.C2.1`), no official ones. `known`: codes of the blocks
 * of the programme.
 */
export function readSkillsCsv(text: string, known: readonly string[]): SkillsFile {
  const table = readCsvTable(text, columns, ROWS_MAX)
  if (table.type === 'refused') return table
  const { lines } = table
  const problems: SkillProblem[] = [
    ...table.problems,
    ...lines.flatMap((line) => cellProblems(line, known)),
    ...relationProblems(lines),
  ]
  if (problems.length > 0) {
    return { type: 'refused', problems: problems.sort((a, b) => a.line - b.line) }
  }
  return { type: 'skills', blocks: blocksOf(lines) }
}

type Line = TableLine<SkillColumn>

const inSkill = (line: Line, column: SkillColumn, problem: SkillProblem['problem']): SkillProblem =>
  inColumn(columns, line, column, problem)

/** What is wrong with a line by itself. */
function cellProblems(line: Line, known: readonly string[]): SkillProblem[] {
  const { block, group, code, shortLabel } = line.cells
  const found: SkillProblem[] = []
  if (block !== '' && !blockCode.test(block)) found.push(inSkill(line, 'block', 'not-a-code'))
  else if (block !== '' && !known.includes(block)) {
    found.push(inSkill(line, 'block', 'unknown-block'))
  }
  if (code !== '' && !skillCode.test(code)) found.push(inSkill(line, 'code', 'not-a-code'))
  else if (code !== '' && blockCode.test(block) && !code.startsWith(`${block}.`)) {
    found.push(inSkill(line, 'code', 'other-block'))
  } else if (group !== '' && !isWithin(code, group)) {
    found.push(inSkill(line, 'code', 'other-group'))
  }
  if (group !== '' && line.cells.groupTitle === '') {
    found.push(inSkill(line, 'groupTitle', 'empty-cell'))
  }
  if (shortLabel.length > SKILL_SHORT_MAX) {
    found.push(inSkill(line, 'shortLabel', 'too-long'))
  }
  return found
}

/** What is wrong with a line beside those above it. */
function relationProblems(lines: readonly Line[]): SkillProblem[] {
  const problems: SkillProblem[] = []
  const codes = new Set<string>()
  const grouped = new Set(lines.filter(({ cells }) => cells.group !== '').map((l) => l.cells.block))
  const titles = new Map<string, string>()
  const checkTitle = (line: Line, name: 'block' | 'group', title: 'blockTitle' | 'groupTitle') => {
    const key = `${name} ${line.cells[name]}`
    const known = titles.get(key)
    if (known === undefined) titles.set(key, line.cells[title])
    else if (known !== line.cells[title]) problems.push(inSkill(line, title, 'other-title'))
  }
  for (const line of lines) {
    const { code, block, group } = line.cells
    if (code !== '' && codes.has(code)) problems.push(inSkill(line, 'code', 'code-twice'))
    codes.add(code)
    if (block !== '') checkTitle(line, 'block', 'blockTitle')
    if (group !== '') checkTitle(line, 'group', 'groupTitle')
    else if (grouped.has(block)) problems.push(inSkill(line, 'group', 'empty-cell'))
  }
  return problems
}

function blocksOf(lines: readonly Line[]): ImportedBlock[] {
  const titles = new Map(lines.map(({ cells }) => [cells.block, cells.blockTitle]))
  return [...titles].map(([code, title]) => {
    const own = lines.filter(({ cells }) => cells.block === code).map(({ cells }) => cells)
    const groups = new Map(own.map(({ group, groupTitle }) => [group, groupTitle]))
    groups.delete('')
    return {
      code,
      title,
      skillGroups: [...groups].map(([group, label]) => ({ code: group, label })),
      skills: own.map((cells) => ({
        code: cells.code,
        label: cells.label,
        shortLabel: cells.shortLabel,
        criteria: cells.criteria
          .split(CRITERIA_SEPARATOR)
          .map((each) => each.trim())
          .filter((each) => each !== ''),
      })),
    }
  })
}

/** The same file the other way round: what a coordinator changes in a spreadsheet and imports again. */
export function writeSkillsCsv(
  blocks: readonly Pick<Block, 'code' | 'title' | 'skillGroups' | 'skills'>[],
): string {
  const lines = blocks.flatMap(({ code: block, title: blockTitle, skillGroups, skills }) =>
    skills.map(({ code, label, shortLabel, criteria }) => {
      const own = skillGroups.find(({ code: group }) => isWithin(code, group))
      return {
        ...{ block, blockTitle, group: own?.code ?? '', groupTitle: own?.label ?? '' },
        ...{ code, label, shortLabel, criteria: criteria.join(` ${CRITERIA_SEPARATOR} `) },
      }
    }),
  )
  return writeCsvTable(columns, lines)
}

const isWithin = (code: string, group: string) => code === group || code.startsWith(`${group}.`)
