import { readCsv, type CsvRow } from '#protocol/csv.ts'
import type { ImportedBlock } from '#protocol/importedSkills.ts'
import { blockCode, SKILL_SHORT_MAX, skillCode } from './loadProgramme.ts'
import type { Block } from './programme.ts'

/** Columns by what they hold, with the heading a coordinator writes; case and accents are free. */
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
const columnNames = Object.keys(columns) as readonly SkillColumn[]

/** Skills in one file at most: a diploma has under a hundred. */
const ROWS_MAX = 500
/** Between the criteria of one skill. */
const CRITERIA_SEPARATOR = '|'

/**
 * What is wrong with a cell. `no-column` and `unknown-column` are of the first line. `extra-cell`: a
 * word beyond the last column. `other-title`: the same code has another title further up.
 * `unknown-block`: the programme has no such block, so no exam would ask for it. `other-block`,
 * `other-group`: the code of a skill does not begin with that of its block or group.
 */
export type CsvProblemName =
  | 'empty-file'
  | 'open-quote'
  | 'too-many-rows'
  | 'no-column'
  | 'column-twice'
  | 'unknown-column'
  | 'empty-cell'
  | 'extra-cell'
  | 'not-a-code'
  | 'unknown-block'
  | 'too-long'
  | 'code-twice'
  | 'other-title'
  | 'other-block'
  | 'other-group'

export interface CsvProblem {
  /** Of the file, the headings being 1. */
  readonly line: number
  readonly problem: CsvProblemName
  /** Heading of the column; `null`: the whole line. */
  readonly column: string | null
  /** What stands there, as it was typed. */
  readonly value: string
}

export type SkillsFile =
  | { readonly type: 'skills'; readonly blocks: ImportedBlock[] }
  | { readonly type: 'refused'; readonly problems: readonly CsvProblem[] }

/**
 * Reads the skills of a programme from a CSV file: one line for each skill, blocks and groups named
 * on each. All problems are told at once, in the order of the file; with one of them nothing is
 * taken. Codes are those of the logbook (`B1.C2.1`), no official ones. `known`: codes of the blocks
 * of the programme.
 */
export function readSkillsCsv(text: string, known: readonly string[]): SkillsFile {
  const file = readCsv(text)
  const refuse = (...problems: CsvProblem[]): SkillsFile => ({ type: 'refused', problems })
  if (file.type === 'open-quote') return refuse(wholeLine(file.line, 'open-quote'))
  const [head, ...rows] = file.rows
  if (!head || rows.length === 0) return refuse(wholeLine(1, 'empty-file'))
  if (rows.length > ROWS_MAX) return refuse(wholeLine(head.line, 'too-many-rows'))

  const headings = readHeadings(head)
  if (headings.problems.length > 0) return refuse(...headings.problems)
  const lines = rows.map((row) => readLine(row, headings.at))
  const problems = [
    ...rows.flatMap((row) => extraCells(row, head.cells.length)),
    ...lines.flatMap((line) => cellProblems(line, known)),
    ...relationProblems(lines),
  ]
  if (problems.length > 0) return refuse(...problems.sort((a, b) => a.line - b.line))
  return { type: 'skills', blocks: blocksOf(lines) }
}

interface Line {
  readonly line: number
  readonly cells: Readonly<Record<SkillColumn, string>>
}

const wholeLine = (line: number, problem: CsvProblemName): CsvProblem => ({
  ...{ line, problem, column: null, value: '' },
})

const inColumn = (
  { line, cells }: Line,
  column: SkillColumn,
  problem: CsvProblemName,
): CsvProblem => ({ line, problem, column: columns[column].heading, value: cells[column] })

function readHeadings({ line, cells }: CsvRow) {
  const at = new Map<SkillColumn, number>()
  const problems: CsvProblem[] = []
  cells.forEach((value, index) => {
    const column = columnNames.find((name) => plain(columns[name].heading) === plain(value))
    if (column && !at.has(column)) at.set(column, index)
    else if (column) problems.push({ line, problem: 'column-twice', column: value, value })
    else if (value.trim() !== '') {
      problems.push({ line, problem: 'unknown-column', column: value, value })
    }
  })
  for (const name of columnNames) {
    const { heading, needed } = columns[name]
    if (needed && !at.has(name)) {
      problems.push({ line, problem: 'no-column', column: heading, value: '' })
    }
  }
  return { at, problems }
}

/** Without case, accents and double spaces. */
const plain = (heading: string) =>
  heading.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().replaceAll(/\s+/gu, ' ').toLowerCase()

function readLine({ line, cells }: CsvRow, at: ReadonlyMap<SkillColumn, number>): Line {
  const cellOf = (name: SkillColumn) => (cells[at.get(name) ?? -1] ?? '').trim()
  const entries = columnNames.map((name) => [name, cellOf(name)])
  return { line, cells: Object.fromEntries(entries) as Record<SkillColumn, string> }
}

/** Words beyond the headings: most often a separator within a text that has no quotes. */
function extraCells({ line, cells }: CsvRow, width: number): CsvProblem[] {
  const extra = cells.slice(width).filter((cell) => cell.trim() !== '')
  return extra.map((value) => ({ line, problem: 'extra-cell', column: null, value }))
}

/** What is wrong with a line by itself. */
function cellProblems(line: Line, known: readonly string[]): CsvProblem[] {
  const { block, group, code, shortLabel } = line.cells
  const empty = columnNames.filter((name) => columns[name].needed && line.cells[name] === '')
  const found = empty.map((name) => inColumn(line, name, 'empty-cell'))
  if (block !== '' && !blockCode.test(block)) found.push(inColumn(line, 'block', 'not-a-code'))
  else if (block !== '' && !known.includes(block)) {
    found.push(inColumn(line, 'block', 'unknown-block'))
  }
  if (code !== '' && !skillCode.test(code)) found.push(inColumn(line, 'code', 'not-a-code'))
  else if (code !== '' && blockCode.test(block) && !code.startsWith(`${block}.`)) {
    found.push(inColumn(line, 'code', 'other-block'))
  } else if (group !== '' && !isWithin(code, group)) {
    found.push(inColumn(line, 'code', 'other-group'))
  }
  if (group !== '' && line.cells.groupTitle === '') {
    found.push(inColumn(line, 'groupTitle', 'empty-cell'))
  }
  if (shortLabel.length > SKILL_SHORT_MAX) {
    found.push(inColumn(line, 'shortLabel', 'too-long'))
  }
  return found
}

/** What is wrong with a line beside those above it. */
function relationProblems(lines: readonly Line[]): CsvProblem[] {
  const problems: CsvProblem[] = []
  const codes = new Set<string>()
  const grouped = new Set(lines.filter(({ cells }) => cells.group !== '').map((l) => l.cells.block))
  const titles = new Map<string, string>()
  const checkTitle = (line: Line, name: 'block' | 'group', title: 'blockTitle' | 'groupTitle') => {
    const key = `${name} ${line.cells[name]}`
    const known = titles.get(key)
    if (known === undefined) titles.set(key, line.cells[title])
    else if (known !== line.cells[title]) problems.push(inColumn(line, title, 'other-title'))
  }
  for (const line of lines) {
    const { code, block, group } = line.cells
    if (code !== '' && codes.has(code)) problems.push(inColumn(line, 'code', 'code-twice'))
    codes.add(code)
    if (block !== '') checkTitle(line, 'block', 'blockTitle')
    if (group !== '') checkTitle(line, 'group', 'groupTitle')
    else if (grouped.has(block)) problems.push(inColumn(line, 'group', 'empty-cell'))
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

/**
 * The same file the other way round: what a coordinator changes in a spreadsheet and imports again.
 * With a byte order mark, without which spreadsheets take it for another encoding.
 */
export function writeSkillsCsv(
  blocks: readonly Pick<Block, 'code' | 'title' | 'skillGroups' | 'skills'>[],
): string {
  const rows = blocks.flatMap(({ code: block, title: blockTitle, skillGroups, skills }) =>
    skills.map(({ code, label, shortLabel, criteria }) => {
      const own = skillGroups.find(({ code: group }) => isWithin(code, group))
      const cells: Record<SkillColumn, string> = {
        ...{ block, blockTitle, group: own?.code ?? '', groupTitle: own?.label ?? '' },
        ...{ code, label, shortLabel, criteria: criteria.join(` ${CRITERIA_SEPARATOR} `) },
      }
      return columnNames.map((name) => cells[name])
    }),
  )
  const head = columnNames.map((name) => columns[name].heading)
  return `\uFEFF${[head, ...rows].map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`
}

const isWithin = (code: string, group: string) => code === group || code.startsWith(`${group}.`)
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
