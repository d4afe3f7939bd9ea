import { addMonths } from '../civilDate.ts'
import { textOf } from '../content.ts'
import { documentIdOf } from '../documentId.ts'
import type { DocumentId, LogbookId, PersonId } from '../identifiers.ts'
import type { Role } from '../kind.ts'
import { lastVersion, type LogbookDocument } from '../logbookDocument.ts'

/** What one question of a survey is answered with: 1 no, 2 rather not, 3 rather yes, 4 yes. */
export const answerLevels = [1, 2, 3, 4] as const
export type AnswerLevel = (typeof answerLevels)[number]

/** Who answers surveys. */
export type SurveyParty = Extract<Role, 'apprentice' | 'master'>

/** Enquête; data of the programme. */
export interface Survey {
  readonly code: string
  readonly title: string
  /** So many whole months after the first day of the contract, or before its last. */
  readonly opens: { readonly months: number; readonly from: 'start' | 'end' }
  readonly questions: readonly SurveyQuestion[]
}

export interface SurveyQuestion {
  readonly code: string
  readonly text: string
  readonly parties: readonly SurveyParty[]
}

/** The day (ISO date) from which a survey is answered. */
export const surveyOpensOn = (
  { opens: { months, from } }: Survey,
  contract: { readonly start: string; readonly end: string },
): string =>
  from === 'start' ? addMonths(contract.start, months) : addMonths(contract.end, -months)

export const questionsFor = (survey: Survey, party: Role): readonly SurveyQuestion[] =>
  survey.questions.filter(({ parties }) => (parties as readonly Role[]).includes(party))

/**
 * The id of one person’s answers to a survey: two of their devices without a network write one
 * document.
 */
export const surveyIdOf = (logbookId: LogbookId, survey: string, person: PersonId): DocumentId =>
  documentIdOf(logbookId, 'survey', [survey, person])

export interface QuestionResult {
  readonly question: SurveyQuestion
  readonly count: number
  /** How many answered with each level, from 1 to 4. */
  readonly counts: readonly [number, number, number, number]
  /** From 1 to 4, to the nearest hundredth; `null`: nobody answered. */
  readonly average: number | null
}

export interface SurveyResult {
  /** How many people sent answers, of each part. */
  readonly answered: Readonly<Record<SurveyParty, number>>
  readonly questions: readonly QuestionResult[]
  /** What people wrote, without a name beside it. */
  readonly remarks: readonly { readonly party: SurveyParty; readonly text: string }[]
}

/**
 * What all that was sent comes to, for one logbook or many. Of each person in a logbook the answers
 * sent last count, and of them those to questions that were put to this person.
 */
export function surveyResult(survey: Survey, documents: readonly LogbookDocument[]): SurveyResult {
  const sent = documents
    .flatMap((document) => {
      const version = document.kind === 'survey' ? lastVersion(document) : undefined
      const person = `${document.logbookId} ${document.author}`
      return version?.content['survey'] === survey.code ? [{ person, version }] : []
    })
    .sort((one, other) => one.version.at.localeCompare(other.version.at))
  // A map keeps the last of each person.
  const contents = [...new Map(sent.map(({ person, version }) => [person, version])).values()].map(
    ({ content }) => content,
  )
  const partyOf = (content: (typeof contents)[number]) => textOf(content, 'party') as SurveyParty
  const answered = (party: SurveyParty) =>
    contents.filter((content) => partyOf(content) === party).length
  return {
    answered: { apprentice: answered('apprentice'), master: answered('master') },
    questions: survey.questions.map((question) => {
      const levels = contents
        .filter((content) => question.parties.includes(partyOf(content)))
        .map((content) => content[`answers/${question.code}/level`])
        .filter((level) => typeof level === 'number')
      const count = (wanted: AnswerLevel) => levels.filter((level) => level === wanted).length
      const sum = levels.reduce((total, level) => total + level, 0)
      return {
        question,
        count: levels.length,
        counts: [count(1), count(2), count(3), count(4)],
        average: levels.length === 0 ? null : Math.round((sum * 100) / levels.length) / 100,
      }
    }),
    remarks: contents
      .map((content) => ({ party: partyOf(content), text: textOf(content, 'told') }))
      .filter(({ text }) => text !== ''),
  }
}
