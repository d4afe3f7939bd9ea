import { readCsv, type CsvRow } from './csv.ts'

/**
 * Columns by what they hold, with the heading that people write: its case, accents, apostrophes and
 * spaces are free. `needed`: the column has to be there, and none of its cells may be empty.
 */
export type CsvColumns<Column extends string> = Readonly<
  Record<Column, { readonly heading: string; readonly needed: boolean }>
>

/**
 * What is wrong with any table. `no-column`, `column-twice` and `unknown-column` are of the first
 * line. `extra-cell`: a word beyond the last column.
 */
export type TableProblemName =
  | 'empty-file'
  | 'open-quote'
  | 'too-many-rows'
  | 'no-column'
  | 'column-twice'
  | 'unknown-column'
  | 'empty-cell'
  | 'extra-cell'

/** `Name`: what can be wrong with this table beside that. */
export interface CsvProblem<Name extends string = never> {
  /** Of the file, the headings being 1. */
  readonly line: number
  readonly problem: Name | TableProblemName
  /** Heading of the column; `null`: the whole line. */
  readonly column: string | null
  /** What stands there, as it was typed. */
  readonly value: string
}

/** One line below the headings; cells have no spaces around them, and are empty where none was. */
export interface TableLine<Column extends string> {
  readonly line: number
  readonly cells: Readonly<Record<Column, string>>
}

export type CsvTable<Column extends string> =
  /** No cell can be told from another: `problems` are all there is to say. */
  | { readonly type: 'refused'; readonly problems: readonly CsvProblem[] }
  | {
      readonly type: 'table'
      readonly lines: readonly TableLine<Column>[]
      /** Cells that are missing or too many: what is in the others can still be judged. */
      readonly problems: readonly CsvProblem[]
    }

/** Reads a CSV file whose first line names its columns, in any order; at most `rowsMax` lines below. */
export function readCsvTable<Column extends string>(
  text: string,
  columns: CsvColumns<Column>,
  rowsMax: number,
): CsvTable<Column> {
  const file = readCsv(text)
  const refuse = (...problems: CsvProblem[]) => ({ type: 'refused', problems }) as const
  if (file.type === 'open-quote') return refuse(wholeLine(file.line, 'open-quote'))
  const [head, ...rows] = file.rows
  if (!head || rows.length === 0) return refuse(wholeLine(1, 'empty-file'))
  if (rows.length > rowsMax) return refuse(wholeLine(head.line, 'too-many-rows'))

  const { at, problems } = readHeadings(head, columns)
  if (problems.length > 0) return refuse(...problems)
  const names = namesOf(columns)
  const lines = rows.map(({ line, cells }): TableLine<Column> => {
    const entries = names.map((name) => [name, (cells[at.get(name) ?? -1] ?? '').trim()])
    return { line, cells: Object.fromEntries(entries) as Record<Column, string> }
  })
  const needed = names.filter((name) => columns[name].needed)
  return {
    type: 'table',
    lines,
    problems: [
      ...rows.flatMap((row) => extraCells(row, head.cells.length)),
      ...lines.flatMap((line) =>
        needed
          .filter((name) => line.cells[name] === '')
          .map((name) => inColumn(columns, line, name, 'empty-cell')),
      ),
    ],
  }
}

/** Something wrong with one cell of a table. */
export const inColumn = <Column extends string, Name extends string>(
  columns: CsvColumns<Column>,
  { line, cells }: TableLine<Column>,
  column: Column,
  problem: Name,
) => ({ line, problem, column: columns[column].heading, value: cells[column] })

/** Without case, accents, the shape of apostrophes, and double spaces: how words of a file compare. */
export const plainWords = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .toLowerCase()

/**
 * The same the other way round: what people change in a spreadsheet and give back. With a byte order
 * mark, without which spreadsheets take it for another encoding.
 */
export function writeCsvTable<Column extends string>(
  columns: CsvColumns<Column>,
  lines: readonly Readonly<Record<Column, string>>[],
): string {
  const names = namesOf(columns)
  const head = names.map((name) => columns[name].heading)
  const rows = lines.map((cells) => names.map((name) => cells[name]))
  return `\uFEFF${[head, ...rows].map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`
}

const namesOf = <Column extends string>(columns: CsvColumns<Column>) =>
  Object.keys(columns) as Column[]

const wholeLine = (line: number, problem: TableProblemName): CsvProblem => ({
  ...{ line, problem, column: null, value: '' },
})

function readHeadings<Column extends string>(
  { line, cells }: CsvRow,
  columns: CsvColumns<Column>,
): { readonly at: ReadonlyMap<Column, number>; readonly problems: readonly CsvProblem[] } {
  const at = new Map<Column, number>()
  const problems: CsvProblem[] = []
  const names = namesOf(columns)
  cells.forEach((value, index) => {
    const column = names.find((name) => plainWords(columns[name].heading) === plainWords(value))
    if (column && !at.has(column)) at.set(column, index)
    else if (column) problems.push({ line, problem: 'column-twice', column: value, value })
    else if (value.trim() !== '') {
      problems.push({ line, problem: 'unknown-column', column: value, value })
    }
  })
  for (const name of names) {
    const { heading, needed } = columns[name]
    if (needed && !at.has(name)) {
      problems.push({ line, problem: 'no-column', column: heading, value: '' })
    }
  }
  return { at, problems }
}

/** Words beyond the headings: most often a separator within a text that has no quotes. */
function extraCells({ line, cells }: CsvRow, width: number): CsvProblem[] {
  const extra = cells.slice(width).filter((cell) => cell.trim() !== '')
  return extra.map((value) => ({ line, problem: 'extra-cell', column: null, value }))
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
