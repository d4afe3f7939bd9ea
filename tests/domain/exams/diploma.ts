import type { Exam } from '#domain/exams/exam.ts'
import type { Mark, Marks } from '#domain/exams/result.ts'

const exam = (code: string, coefficient: number | null, more: Partial<Exam> = {}): Exam => ({
  code,
  unit: code.replace('E', 'U'),
  coefficient,
  professional: false,
  parts: [],
  ...more,
})

/** 21 coefficients, one exam in two parts, one optional: as the reference of the trade, 1.2. */
export const exams: readonly Exam[] = [
  exam('E1', 3),
  exam('E2', 3),
  exam('E3', 3),
  exam('E4', 5, { professional: true }),
  exam('E5', 4, {
    professional: true,
    parts: [
      { code: 'E5.1', coefficient: 2 },
      { code: 'E5.2', coefficient: 2 },
    ],
  }),
  exam('E6', 3, { professional: true }),
  exam('EF1', null),
]

/** A number is a mark of this session; `undefined`: to come. */
export const marksOf = (given: Readonly<Record<string, number | Mark | undefined>>): Marks =>
  Object.fromEntries(
    Object.entries(given).map(([code, mark]) => [
      code,
      typeof mark === 'number' ? { type: 'mark', value: mark } : mark,
    ]),
  )

/** The same mark everywhere. */
export const everywhere = (value: number) => ({
  E1: value,
  E2: value,
  E3: value,
  E4: value,
  'E5.1': value,
  'E5.2': value,
  E6: value,
})
