import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '#protocol/csv.ts'

const rowsOf = (text: string) => {
  const file = readCsv(text)
  return file.type === 'rows' ? file.rows.map(({ line, cells }) => [line, ...cells]) : file
}

describe('a CSV file', () => {
  it.each<[string, string, unknown]>([
    [
      'of a French spreadsheet',
      'a;b\r\n1;2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'with commas',
      'a,b\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'with tabs',
      'a\tb\n1\t2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    ['with a byte order mark', '\uFEFFa;b', [[1, 'a', 'b']]],
    [
      'of an old Macintosh',
      'a;b\r1;2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'with separators in quotes',
      'a;b\n"1;2";3',
      [
        [1, 'a', 'b'],
        [2, '1;2', '3'],
      ],
    ],
    [
      'with quotes in quotes',
      'a\n"dit ""oui"""',
      [
        [1, 'a'],
        [2, 'dit "oui"'],
      ],
    ],
    [
      'with a line break in a cell',
      'a;b\n"1\n2";3\n4;5',
      [
        [1, 'a', 'b'],
        [2, '1\n2', '3'],
        [4, '4', '5'],
      ],
    ],
    [
      'with a quote in the middle of a word',
      'a\n5" de long',
      [
        [1, 'a'],
        [2, '5" de long'],
      ],
    ],
    [
      'with empty lines',
      'a;b\n;\n\n1;2\n',
      [
        [1, 'a', 'b'],
        [4, '1', '2'],
      ],
    ],
    [
      'with commas in quoted headings',
      '"a,b,c";d\n1;2',
      [
        [1, 'a,b,c', 'd'],
        [2, '1', '2'],
      ],
    ],
    ['of nothing', '', []],
    ['of blanks', ' \n \n', []],
    ['with a quote that nobody closes', 'a\n1\n"2\n3', { type: 'open-quote', line: 3 }],
  ])('%s', (_, text, expected) => {
    expect(rowsOf(text)).toEqual(expected)
  })

  it('whatever the cells, they are read back as they were', () => {
    const cell = fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/[\r\uFEFF]/gu, ''))
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 })
    fc.assert(
      fc.property(table, (rows) => {
        const all = [['tête', 'bêche'], ...rows]
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const text = all.map((row) => row.map(quoted).join(';')).join('\n')
        const file = readCsv(text)
        const read = file.type === 'rows' ? file.rows.map(({ cells }) => cells) : file
        expect(read).toEqual(all.filter((row) => row.some((each) => each.trim() !== '')))
      }),
    )
  })
})
