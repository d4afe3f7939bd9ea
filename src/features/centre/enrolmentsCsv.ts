import { isCivilDate } from '#domain/civilDate.ts'
import { enrolmentProblems, type Enrolment } from '#domain/enrolment/enrolment.ts'
import { CELL_MAX, ENROLMENTS_MAX } from '#protocol/centre.ts'
import {
  inColumn,
  plainWords,
  readCsvTable,
  writeCsvTable,
  type CsvColumns,
  type CsvProblem,
  type TableLine,
} from '#protocol/csvTable.ts'
import type { EnrolmentRefusal } from '#protocol/notOpenable.ts'
import { enrolmentFrom, type CellName } from './cells.ts'
import { cohortsIn, type Offered } from './offered.ts'
import { exampleAddress, exampleLine } from './exampleLine.ts'
import type { FieldProblemName } from './problems.ts'

const column = (heading: string, needed = true) => ({ heading, needed })

/** One line for each apprentice; of a guardian there is none where nobody is a minor. */
export const columns: CsvColumns<CellName> = {
  'apprentice.name': column('apprenti'),
  'apprentice.email': column('mail apprenti'),
  'guardian.name': column('représentant légal', false),
  'guardian.email': column('mail représentant légal', false),
  'company.name': column('entreprise'),
  'company.city': column('ville'),
  'company.activity': column('activité', false),
  'master.name': column('maître'),
  'master.email': column('mail maître'),
  'trainer.name': column('formateur'),
  'trainer.email': column('mail formateur'),
  programme: column('formation'),
  cohort: column('promotion'),
  'contract.start': column('début du contrat'),
  'contract.end': column('fin du contrat'),
}

/** `example`: the line that the model file shows. */
export type EnrolmentCellProblem = CsvProblem<FieldProblemName | 'example'>

export type EnrolmentsFile =
  | {
      readonly type: 'enrolments'
      readonly enrolments: readonly Enrolment[]
      /** What the server finds wrong, at its line and column. */
      readonly locate: (problems: readonly EnrolmentRefusal[]) => readonly EnrolmentCellProblem[]
    }
  | { readonly type: 'refused'; readonly problems: readonly EnrolmentCellProblem[] }

/**
 * Reads apprentices from a CSV file, one line for each. All problems are told at once, in the order
 * of the file and of the columns; with one of them nothing is taken. `offered`: programmes, which a
 * line names by id or short title, and their cohorts, by id or title. Days are `01/09/2026` or
 * `2026-09-01`.
 */
export function readEnrolmentsCsv(text: string, offered: readonly Offered[]): EnrolmentsFile {
  const table = readCsvTable(text, columns, ENROLMENTS_MAX)
  if (table.type === 'refused') return table
  const { lines } = table
  const enrolments = lines.map((line) => enrolmentOf(line, offered))
  const locate = (problems: readonly EnrolmentRefusal[]) =>
    problems.flatMap(({ index, field, problem }) => {
      const line = lines[index]
      return line ? [inColumn(columns, line, field, problem)] : []
    })

  const missing = new Set(table.problems.map(placeOf))
  const found: EnrolmentCellProblem[] = [
    ...table.problems,
    ...lines.flatMap(cellProblems),
    // An empty cell is told once.
    ...locate(enrolmentProblems(enrolments, cohortsIn(offered))).filter(
      (problem) => !missing.has(placeOf(problem)),
    ),
  ]
  if (found.length > 0) return { type: 'refused', problems: found.sort(asInFile) }
  return { type: 'enrolments', enrolments, locate }
}

/** The headings and one line to write over, for a centre whose programmes these are. */
export const modelCsv = (
  offered: readonly Offered[],
  trainer: { readonly name: string; readonly email: string } | undefined,
): string => writeCsvTable(columns, [exampleLine(offered, trainer)])

/** A day as French people or spreadsheets write it, as an ISO date; `null`: it is none. */
function isoDate(written: string): string | null {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(written)
  const [, day = '', month = '', year = ''] = parts ?? []
  const date = parts ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written
  return isCivilDate(date) ? date : null
}

function enrolmentOf({ cells }: TableLine<CellName>, offered: readonly Offered[]): Enrolment {
  const isNamed = (name: string, names: readonly string[]) =>
    names.some((each) => plainWords(each) === plainWords(name))
  const programme = offered.find(({ id, shortTitle }) => isNamed(cells.programme, [id, shortTitle]))
  const cohort = programme?.cohorts.find(({ id, title }) => isNamed(cells.cohort, [id, title]))
  const start = isoDate(cells['contract.start'])
  const end = isoDate(cells['contract.end'])
  // Where one of the two is no day, nothing can be said about both.
  const areDays = start !== null && end !== null
  return enrolmentFrom({
    ...cells,
    programme: programme?.id ?? cells.programme,
    cohort: cohort?.id ?? cells.cohort,
    'contract.start': areDays ? start : '',
    'contract.end': areDays ? end : '',
  })
}

/** What only a file can have wrong. */
function cellProblems(line: TableLine<CellName>): EnrolmentCellProblem[] {
  const names = Object.keys(columns) as CellName[]
  const wrongDays = (['contract.start', 'contract.end'] as const).filter(
    (name) => line.cells[name] !== '' && isoDate(line.cells[name]) === null,
  )
  return [
    ...(line.cells['apprentice.email'] === exampleAddress
      ? [inColumn(columns, line, 'apprentice.email', 'example' as const)]
      : []),
    ...names
      .filter((name) => line.cells[name].length > CELL_MAX)
      .map((name) => inColumn(columns, line, name, 'too-long' as const)),
    ...wrongDays.map((name) => inColumn(columns, line, name, 'not-a-date' as const)),
  ]
}

const placeOf = ({ line, column: heading }: EnrolmentCellProblem) => `${line} ${heading ?? ''}`

const headings = Object.values(columns).map(({ heading }) => heading)

const asInFile = (one: EnrolmentCellProblem, other: EnrolmentCellProblem) =>
  one.line - other.line || headings.indexOf(one.column ?? '') - headings.indexOf(other.column ?? '')
