import { describe, expect, it } from 'vitest'
import {
  questionsFor,
  surveyIdOf,
  surveyOpensOn,
  surveyResult,
  type Survey,
} from '#domain/enrolment/surveys.ts'
import type { Content } from '#domain/operation.ts'
import { aBook, logbookId, logbooks, personId, type PersonName } from '#tests/support/builders.ts'
import { writeEnrolment } from '#tests/support/enrolmentDocuments.ts'

const survey: Survey = {
  code: 'during',
  title: 'En cours',
  opens: { months: 4, from: 'start' },
  questions: [
    { code: 'followed', text: 'Suivi\u202f?', parties: ['apprentice', 'master'] },
    { code: 'received', text: 'Accueil\u202f?', parties: ['apprentice'] },
  ],
}
const contract = { start: '2025-10-31', end: '2027-08-31' }

const answers = (by: PersonName, set: Content, state: 'draft' | 'sent' | 'reopened' = 'sent') =>
  writeEnrolment(aBook(), 'survey', state, { by, set: { survey: 'during', ...set } })

describe('a survey', () => {
  it.each<[Survey['opens'], string]>([
    [{ months: 4, from: 'start' }, '2026-02-28'],
    [{ months: 2, from: 'end' }, '2027-06-30'],
    [{ months: 0, from: 'end' }, '2027-08-31'],
  ])('opens %o', (opens, day) => {
    expect(surveyOpensOn({ ...survey, opens }, contract)).toBe(day)
  })

  it('asks everybody what concerns them', () => {
    expect(questionsFor(survey, 'master').map(({ code }) => code)).toEqual(['followed'])
    expect(questionsFor(survey, 'apprentice')).toEqual(survey.questions)
    expect(questionsFor(survey, 'trainer')).toEqual([])
  })

  it('is answered once by each person, on whichever device', () => {
    const ids = [
      surveyIdOf(logbookId, 'during', personId('apprentice')),
      surveyIdOf(logbookId, 'during', personId('master')),
      surveyIdOf(logbookId, 'end', personId('master')),
      surveyIdOf(logbooks.elsewhere, 'during', personId('master')),
    ]
    expect(new Set(ids).size).toBe(ids.length)
    expect(surveyIdOf(logbookId, 'during', personId('master'))).toBe(ids[1])
  })
})

describe('what a survey came to', () => {
  it('counts each level and gives the average to the hundredth; nobody is no zero', () => {
    const documents = [
      answers('apprentice', { 'answers/followed/level': 4, told: 'Plus de temps au CFA.' }),
      answers('master', { 'answers/followed/level': 3 }),
      answers('secondMaster', { 'answers/followed/level': 1 }),
      answers('master', { survey: 'end', 'answers/followed/level': 1 }),
    ]
    expect(surveyResult(survey, documents)).toEqual({
      answered: { apprentice: 1, master: 2 },
      questions: [
        { question: survey.questions[0], count: 3, counts: [1, 0, 1, 1], average: 2.67 },
        { question: survey.questions[1], count: 0, counts: [0, 0, 0, 0], average: null },
      ],
      remarks: [{ party: 'apprentice', text: 'Plus de temps au CFA.' }],
    })
  })

  it('does not count what is not sent, and of what is corrected counts what was sent last', () => {
    expect(surveyResult(survey, [answers('master', {}, 'draft')]).answered.master).toBe(0)
    const again = answers('master', { 'answers/followed/level': 2 }, 'reopened')
    expect(surveyResult(survey, [again]).questions[0]?.average).toBe(2)
  })
})
