import type { Kind } from '../kind.ts'
import { published } from './published.ts'

/**
 * Évaluation in the centre that has a mark: quiz, MCQ, test, personal work, exam training, oral
 * (programme sheet, “Évaluation des acquis en centre de formation”; Code du travail, art. L6231-2,
 * 12°). It counts for the training, never in the diploma. With `former` it is a mark of the exam
 * itself, of a former session, that the candidate asked to keep: of an exam, with its day of results.
 *
 * The company does not read single marks: it reads what the trainer thinks of the skills.
 */
export const mark = {
  ...published,
  authors: ['trainer', 'coordinator'],
  readers: ['apprentice', 'trainer', 'coordinator', 'guardian', 'auditor'],
  needs: [['date'], ['label', 'former'], ['subject', 'former'], ['hundredths']],
  fields: {
    date: { type: 'date' },
    label: { type: 'text', max: 200 },
    /** Of the assessments that the programme sheet names. */
    form: { type: 'code' },
    /** Of a subject of the programme. */
    subject: { type: 'code' },
    /** Of the exam, or the part of one, that it trains for. */
    exam: { type: 'code' },
    /** Hundredths of a point, out of 20: 12.5 is 1 250. */
    hundredths: { type: 'integer', min: 0, max: 2_000 },
    /** How much it counts beside the others of its subject; not there: 1. */
    weight: { type: 'integer', min: 1, max: 10 },
    /** Skills of the programme it looked at, by code: `skills/<code>`. */
    skills: { type: 'ticks' },
    remark: { type: 'text', max: 1_000 },
    /** See above. */
    former: { type: 'choice', of: ['yes'] },
    /** Given by mistake: it stays in the history, and counts for nothing. */
    cancelled: { type: 'choice', of: ['yes'] },
  },
} as const satisfies Kind
