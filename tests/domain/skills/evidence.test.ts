import { expect, it } from 'vitest'
import { coverageOf, practisedSince, practisedWeeks } from '#domain/skills/evidence.ts'
import { aBook, writeWeek } from '#tests/support/builders.ts'

const ticked = (...codes: string[]) =>
  Object.fromEntries(codes.map((code) => [`skills/${code}`, true]))

const book = aBook()
const entries = [
  writeWeek(book, 'submitted', { week: '2025-W46', more: ticked('B1.C1', 'B1.C2') }),
  writeWeek(book, 'signed', { week: '2025-W45', more: ticked('B1.C1') }),
  writeWeek(book, 'draft', { week: '2025-W47', more: ticked('B1.C3') }),
]
const practised = practisedWeeks(entries)
const blocks = [
  { code: 'B1', skills: [{ code: 'B1.C1' }, { code: 'B1.C2' }, { code: 'B1.C3' }] },
  { code: 'B2', skills: [{ code: 'B2.C1' }] },
]

it('a skill is shown by the weeks that were sent, in order; a draft shows nothing', () => {
  expect(practised.get('B1.C1')).toMatchObject([
    { week: '2025-W45', signed: true },
    { week: '2025-W46', signed: false },
  ])
  expect(practised.get('B1.C3')).toBeUndefined()
})

it('coverage tells signed from sent, and names what was never practised', () => {
  expect(coverageOf(blocks, practised)).toEqual([
    { block: 'B1', skills: 3, signed: 1, sent: 1, never: ['B1.C3'] },
    { block: 'B2', skills: 1, signed: 0, sent: 0, never: ['B2.C1'] },
  ])
})

it('what one is asked about first was practised since the last time, the most practised first', () => {
  expect(practisedSince(practised, null, 5)).toEqual(['B1.C1', 'B1.C2'])
  expect(practisedSince(practised, null, 1)).toEqual(['B1.C1'])
  expect(practisedSince(practised, '2025-W45', 5)).toEqual(['B1.C1', 'B1.C2'])
  expect(practisedSince(practised, '2025-W46', 5)).toEqual([])
})
