import type { Kind } from '../kind.ts'
import { selfAssessment } from './selfAssessment.ts'

/**
 * Évaluation of skills at one moment, by the master in the company or the trainer in the centre
 * (Code du travail, art. L6231-2, 12°, and L6223-5; RNQ indicator 11). One document for each person
 * and moment, side by side with what the apprentice thinks.
 */
export const assessment = {
  ...selfAssessment,
  authors: ['master', 'trainer'],
  readers: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  needs: [['party'], ...selfAssessment.needs],
  fields: {
    ...selfAssessment.fields,
    /** In which part the author saw it; stays, whoever they become. */
    party: { type: 'authorRole' },
  },
} as const satisfies Kind
