import { describe, expect, it } from 'vitest'
import {
  questionsFor,
  surveyIdOf,
  surveyOpensOn,
  surveyResult,
  type Survey,
} from '#domain/enrolment/surveys.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import {
  aBook,
  actor,
  anAct,
  aPatch,
  logbookId,
  logbooks,
  personId,
  type PersonName,
} from '#tests/support/builders.ts'
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

    const book = aBook()
    const first = writeEnrolment(book, 'survey', 'reopened', { by: 'master' })
    book.must(aPatch(first, { 'answers/followed/level': 4 }), actor('master'))
    const corrected = book.must(anAct('publish', first), actor('master'))
    expect(surveyResult(survey, [corrected]).questions[0]).toMatchObject({ count: 1, average: 4 })
  })
})

describe('answers that count for nothing', () => {
  it('are none at all: they are not sent', () => {
    expect(() => answers('master', { 'answers/followed/level': null })).toThrow()
  })

  it('are those of a question that was not put to the person', () => {
    const documents = [
      answers('apprentice', { 'answers/received/level': 4 }),
      answers('master', { 'answers/received/level': 1 }),
    ]
    expect(surveyResult(survey, documents).questions[1]).toMatchObject({ count: 1, average: 4 })
  })

  it('are the earlier ones of a person who answered twice, in whichever order they came', () => {
    const book = aBook()
    const sent = (level: number) =>
      writeEnrolment(book, 'survey', 'sent', {
        by: 'master',
        set: { 'answers/followed/level': level },
      })
    const [first, last] = [sent(1), later(sent(4))]
    for (const documents of [
      [first, last],
      [last, first],
    ]) {
      const result = surveyResult(survey, documents)
      expect(result.answered.master).toBe(1)
      expect(result.questions[0]).toMatchObject({ count: 1, average: 4 })
    }
    // The same person in another logbook speaks of another apprentice.
    const elsewhere = { ...last, logbookId: logbooks.elsewhere }
    expect(surveyResult(survey, [first, elsewhere]).answered.master).toBe(2)
  })
})

/** As if it had been sent a day later. */
const later = (document: LogbookDocument): LogbookDocument => ({
  ...document,
  versions: document.versions.map((version) => ({ ...version, at: '2025-11-08T17:30:00.000Z' })),
})
