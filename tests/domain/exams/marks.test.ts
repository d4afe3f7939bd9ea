import { describe, expect, it } from 'vitest'
import { subjectAverages } from '#domain/exams/averages.ts'
import { marksOf, readMark } from '#domain/exams/marks.ts'
import { evidenceOf } from '#domain/skills/evidence.ts'
import { aBook, actor, anAct, aPatch } from '#tests/support/builders.ts'
import { writePublished } from '#tests/support/trainingDocuments.ts'

describe('a mark as it is typed', () => {
  it.each([
    ['12,5', 1_250],
    ['12.25', 1_225],
    ['0', 0],
    ['20', 2_000],
    [' 9,05 ', 905],
    ['20,01', null],
    ['12,555', null],
    ['-1', null],
    ['1e1', null],
    ['dix', null],
    ['', null],
    ['12,', null],
  ])('%j is %j hundredths', (text, hundredths) => {
    expect(readMark(text)).toBe(hundredths)
  })
})

it('marks are read as points out of 20, latest first; drafts are nobody’s marks', () => {
  const book = aBook()
  const documents = [
    writePublished(book, 'mark', 'published'),
    writePublished(book, 'mark', 'published', {
      set: { date: '2025-11-05', hundredths: 725, weight: 3, label: 'Deux' },
    }),
    writePublished(book, 'mark', 'draft'),
  ]
  const marks = marksOf(documents)
  expect(marks.map(({ date, mark, weight }) => [date, mark, weight])).toEqual([
    ['2025-11-05', 7.25, 3],
    ['2025-11-03', 12.5, 1],
  ])
  // (7.25 × 3 + 12.5) / 4 = 8.5625
  expect(subjectAverages(marks)).toEqual([{ subject: 'negotiation', average: 8.56, count: 2 }])
})

it('a zero is a mark, and a corrected mark counts once, as corrected', () => {
  const book = aBook()
  const given = writePublished(book, 'mark', 'amended')
  book.must(aPatch(given, { hundredths: 0 }), actor('trainer'))
  expect(marksOf([book.find(given.id) ?? given]).map(({ mark }) => mark)).toEqual([12.5])
  book.must(anAct('publish', given), actor('trainer'))
  expect(marksOf([book.find(given.id) ?? given]).map(({ mark }) => mark)).toEqual([0])
})

it('a mark that was given by mistake counts in no average and is no evidence of a skill', () => {
  const book = aBook()
  const given = writePublished(book, 'mark', 'published', { set: { 'skills/B1.C1.1': true } })
  expect(evidenceOf([given]).has('B1.C1.1')).toBe(true)
  book.must(anAct('amend', given), actor('trainer'))
  book.must(aPatch(given, { cancelled: 'yes' }), actor('trainer'))
  const takenBack = book.must(anAct('publish', given), actor('trainer'))
  expect(marksOf([takenBack])).toEqual([])
  expect(evidenceOf([takenBack]).size).toBe(0)
})
