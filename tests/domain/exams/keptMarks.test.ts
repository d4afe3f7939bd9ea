import { expect, it } from 'vitest'
import { keptUntil } from '#domain/exams/keptMarks.ts'

it.each<[number, string, string | null, string]>([
  [10, '2027-07-05', '2032-07-05', 'D643-15: five years'],
  [14.5, '2028-02-29', '2033-02-28', 'D643-15: five years, from a leap day'],
  [9.99, '2027-07-05', null, 'D643-15: from 10 out of 20'],
])('%d of %s may be kept until %s (%s)', (value, resultOn, expected) => {
  expect(keptUntil(value, resultOn)).toBe(expected)
})
