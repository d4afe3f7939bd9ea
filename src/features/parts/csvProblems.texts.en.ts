import type { texts } from './csvProblems.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: (n) => (n === 1 ? 'One thing to correct' : `${n} things to correct`),
  lead: 'Nothing was imported. Correct the file, then choose it again.',
  more: (n) => `And ${n} more.`,
  line: (line, column) => (column === null ? `Line ${line}` : `Line ${line}, column “${column}”`),
  written: (value) => `Written: “${value}”`,
  problems: {
    'open-quote': 'A quotation mark opens here and never closes.',
    'no-column': 'This column is missing.',
    'column-twice': 'This column is there twice.',
    'unknown-column': 'We do not know this column. Take it away.',
    'empty-cell': 'This cell is empty.',
    'extra-cell': 'A text goes beyond the last column. Put it between quotation marks.',
  },
}
