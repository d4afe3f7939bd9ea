import { describe, expect, it } from 'vitest'
import { standing, subjectAverages, type MarkedAssessment } from '#domain/exams/averages.ts'
import { exams } from './diploma.ts'

const mark = (
  subject: string,
  exam: string | null,
  value: number,
  more: Partial<MarkedAssessment> = {},
): MarkedAssessment => ({ subject, exam, mark: value, outOf: 20, weight: 1, ...more })

describe('the average of a subject', () => {
  it.each<[string, MarkedAssessment[], number]>([
    ['of one mark is the mark', [mark('english', 'E2', 13)], 13],
    ['of two, their middle', [mark('english', 'E2', 13), mark('english', 'E2', 8)], 10.5],
    ['out of 10 counts as out of 20', [mark('english', 'E2', 7, { outOf: 10 })], 14],
    [
      'by weight: a mock exam counts three times',
      [mark('english', 'E2', 8, { weight: 3 }), mark('english', 'E2', 16)],
      10,
    ],
    [
      'to the nearest hundredth',
      [mark('english', 'E2', 10), mark('english', 'E2', 10), mark('english', 'E2', 11)],
      10.33,
    ],
  ])('%s', (_, assessments, average) => {
    expect(subjectAverages(assessments)).toEqual([
      { subject: 'english', average, count: assessments.length },
    ])
  })

  it('is told subject by subject, in the order in which they first come', () => {
    const assessments = [mark('law', 'E3', 12), mark('english', 'E2', 9), mark('law', null, 14)]
    expect(subjectAverages(assessments)).toEqual([
      { subject: 'law', average: 13, count: 2 },
      { subject: 'english', average: 9, count: 1 },
    ])
    expect(subjectAverages([])).toEqual([])
  })
})

describe('where an apprentice stands', () => {
  it('is the average of the exams there are marks for, with their coefficients', () => {
    const result = standing(exams, [
      mark('english', 'E2', 8),
      mark('selling', 'E4', 12),
      mark('selling', 'E4', 14),
      mark('workshop', null, 2),
    ])
    // (3 × 8 + 5 × 13) / 8
    expect(result).toMatchObject({ average: 11.12, coefficients: 8, verdict: 'incomplete' })
  })

  it('keeps the two parts of an exam apart', () => {
    const result = standing(exams, [mark('digital', 'E5.1', 8), mark('digital', 'E5.2', 12)])
    expect(result).toMatchObject({ average: 10, coefficients: 4 })
  })
})

it('an exam from which one is dispensed counts for nothing, with the marks one has in it', () => {
  const marks = [mark('french', 'E1', 4), mark('english', 'E2', 14)]
  expect(standing(exams, marks, ['E1']).average).toBe(14)
  const all = standing(exams, marks).coefficientsInAll
  expect(standing(exams, marks, ['E1']).coefficientsInAll).toBe(all - 3)
})
