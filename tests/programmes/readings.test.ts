import { expect, test } from 'vitest'
import { wordingOf } from '#domain/enrolment/readings.ts'
import { readings } from '#programmes/readings.ts'
import { mistakesOf } from './typography.ts'

test('no wording changes under people who signed it: another one has another edition', () => {
  const wordings = readings.map((reading) => [
    `${reading.code} ${reading.edition}`,
    wordingOf(reading).slice(0, 16),
  ])
  expect(Object.fromEntries(wordings)).toMatchInlineSnapshot(`
    {
      "centre-rules 2025-09-01": "40a89294fbf6f017",
      "company-rules 2025-09-01": "c8d8bdf9587ecb3c",
      "health-and-safety 2025-09-01": "1d2cc1f2e8d4dcd9",
      "rights-and-duties 2026-09-01": "2ee3e5c90dd46f69",
    }
  `)
})

test('they are plain French, in sentences of twenty words at most', () => {
  expect(mistakesOf(readings)).toEqual([])
  const sentences = readings
    .flatMap(({ lead, statements }) => [lead, ...statements.map(({ text }) => text)])
    .flatMap((text) => text.split(/(?<=[.?])\s/u))
  expect(sentences.filter((sentence) => sentence.split(/\s/u).length > 20)).toEqual([])
})
