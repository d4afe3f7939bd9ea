import { expect, it } from 'vitest'
import {
  coverageOf,
  evidenceBehind,
  evidenceOf,
  practisedSince,
  practisedWeeks,
} from '#domain/skills/evidence.ts'
import { skillValues } from '#domain/skills/skillValues.ts'
import { aBook, writeInterview, writeVisit, writeWeek } from '#tests/support/builders.ts'
import { writePublished } from '#tests/support/trainingDocuments.ts'

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

const SKILL = 'B1.C1.3'

it('weeks, visits, interviews and marks show a skill, oldest first; what was not sent does not', () => {
  const own = aBook()
  const skill = ticked(SKILL)
  const documents = [
    writeInterview(own, 'signed', 'tripartite', skill),
    writeVisit(own, 'published', skill),
    writePublished(own, 'mark', 'published', { set: skill }),
    writeWeek(own, 'signed', { week: '2025-W44', more: skill }),
    writeWeek(own, 'draft', { week: '2025-W48', more: skill }),
    writeVisit(own, 'draft', skill),
    writeInterview(own, 'open', 'tripartite', skill),
    // Thinking of a skill does not show it.
    writePublished(own, 'assessment', 'published'),
    writePublished(own, 'objective', 'published', { set: skill }),
  ]
  const shown = evidenceOf(documents).get(SKILL) ?? []
  expect(shown.map(({ kind, date, week, signed }) => [kind, date, week, signed])).toEqual([
    ['entry', '2025-10-31', '2025-W44', true],
    ['mark', '2025-11-03', null, false],
    ['visit', '2025-11-04', null, false],
    ['interview', '2025-12-02', null, true],
  ])
})

it('an opinion stands on what came since the same part was asked before, and not on what came later', () => {
  const own = aBook()
  const of = (date: string, by: 'master' | 'trainer') =>
    writePublished(own, 'assessment', 'published', {
      by,
      set: { party: by, date, [`skills/${SKILL}/level`]: 'acquired' },
    })
  const weeks = ['2025-W44', '2025-W45', '2025-W46', '2025-W47'].map((week) =>
    writeWeek(own, 'signed', { week, more: ticked(SKILL) }),
  )
  // Fridays: 31 October, 7, 14 and 21 November.
  const values = skillValues([
    of('2025-11-07', 'master'),
    of('2025-11-10', 'trainer'),
    of('2025-11-20', 'master'),
  ])
  const behind = values.map((value) =>
    evidenceBehind(value, values, evidenceOf(weeks)).map(({ week }) => week),
  )
  expect(behind).toEqual([['2025-W44', '2025-W45'], ['2025-W44', '2025-W45'], ['2025-W46']])
})
