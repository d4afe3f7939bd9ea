import { expect, it } from 'vitest'
import { standing } from '#domain/exams/averages.ts'
import { keptMarksOf, keptUntil } from '#domain/exams/keptMarks.ts'
import { marksOf } from '#domain/exams/marks.ts'
import type { Content } from '#domain/operation.ts'
import { aBook } from '#tests/support/builders.ts'
import { writePublished } from '#tests/support/trainingDocuments.ts'

it.each<[number, string, string | null, string]>([
  [10, '2027-07-05', '2032-07-05', 'D643-15: five years'],
  [14.5, '2028-02-29', '2033-02-28', 'D643-15: five years, from a leap day'],
  [9.99, '2027-07-05', null, 'D643-15: from 10 out of 20'],
])('%d of %s may be kept until %s (%s)', (value, resultOn, expected) => {
  expect(keptUntil(value, resultOn)).toBe(expected)
})

const former = (set: Content) => ({ set: { former: 'yes', ...set } })

it('a mark of a former session is kept for its exam, the latest counts, and only while it holds', () => {
  const book = aBook()
  const documents = [
    writePublished(
      book,
      'mark',
      'published',
      former({ exam: 'E5', hundredths: 1_400, date: '2021-07-05' }),
    ),
    writePublished(
      book,
      'mark',
      'published',
      former({ exam: 'E1', hundredths: 1_050, date: '2025-07-04' }),
    ),
    writePublished(
      book,
      'mark',
      'published',
      former({ exam: 'E1', hundredths: 1_150, date: '2026-07-03' }),
    ),
    writePublished(
      book,
      'mark',
      'published',
      former({ exam: 'E3', hundredths: 999, date: '2026-07-03' }),
    ),
    writePublished(
      book,
      'mark',
      'draft',
      former({ exam: 'E2', hundredths: 1_500, date: '2026-07-03' }),
    ),
    writePublished(book, 'mark', 'published'),
  ]
  expect(keptMarksOf(documents, '2026-07-06')).toEqual([
    { exam: 'E1', mark: 11.5, on: '2026-07-03', until: '2031-07-03', holds: true },
    { exam: 'E5', mark: 14, on: '2021-07-05', until: '2026-07-05', holds: false },
  ])
  expect(keptMarksOf(documents, '2026-07-05').map(({ holds }) => holds)).toEqual([true, true])
})

it('a kept mark is in no average of the training, and counts as it is where the exam would stand', () => {
  const book = aBook()
  const kept = writePublished(book, 'mark', 'published', former({ exam: 'E5', hundredths: 1_400 }))
  const given = writePublished(book, 'mark', 'published', {
    set: { exam: 'E5.1', hundredths: 800 },
  })
  const marks = marksOf([kept, given])
  expect(marks.map(({ document }) => document.id)).toEqual([given.id])
  const exam = { code: 'E5', unit: 'U5', coefficient: 4, professional: true }
  const parts = [1, 2].map((part) => ({ code: `E5.${part}`, coefficient: 2 }))
  const now = standing([{ ...exam, parts }], marks, [], keptMarksOf([kept], '2026-01-01'))
  expect(now).toMatchObject({ average: 14, coefficients: 4 })
  expect(now.lines.map(({ mark }) => mark)).toEqual(
    Array.from({ length: 2 }, () => ({ type: 'kept', value: 14 })),
  )
})

it('a kept mark goes without subject and title, and no other mark does', () => {
  const book = aBook()
  const bare = { subject: null, label: null, exam: 'E1', hundredths: 1_200 }
  expect(writePublished(book, 'mark', 'published', former(bare)).state).toBe('published')
  expect(() => writePublished(book, 'mark', 'published', { set: bare })).toThrow()
})
