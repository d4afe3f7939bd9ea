/** One record of a CSV file. */
export interface CsvRow {
  /** Line of the file on which it begins; the first is 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export type CsvFile =
  | { readonly type: 'rows'; readonly rows: readonly CsvRow[] }
  /** A quote that nobody closes: `line` is where it was opened. */
  | { readonly type: 'open-quote'; readonly line: number }

/** What spreadsheets put between cells: the semicolon is that of a French one. */
const separators = [';', ',', '\t'] as const

/**
 * Reads a CSV file as spreadsheets write them: `;`, `,` or tabs, whichever the first line has most
 * of; quotes around cells, doubled within; any line ends; a byte order mark. Cells keep their
 * spaces; rows without a word are left out.
 *
 * Source: RFC 4180, but for the separator.
 */
export function readCsv(text: string): CsvFile {
  const source = text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n')
  const separator = separatorOf(source)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let openedOn: number | null = null
  let [line, begins] = [1, 1]

  const endCell = () => {
    cells.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: begins, cells })
    cells = []
    begins = line
  }
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at)
    if (character === '\n') line += 1
    if (openedOn !== null) {
      if (character !== '"') cell += character
      else if (source.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else openedOn = null
    } else if (character === '"' && cell.trim() === '') {
      cell = ''
      openedOn = line
    } else if (character === separator) endCell()
    else if (character === '\n') endRow()
    else cell += character
  }
  if (openedOn !== null) return { type: 'open-quote', line: openedOn }
  endRow()
  return { type: 'rows', rows }
}

function separatorOf(source: string): string {
  const [first = ''] = source.split('\n')
  const unquoted = first.replaceAll(/"[^"]*"/gu, '')
  const count = (separator: string) => unquoted.split(separator).length
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best))
}
