import type { Kind } from '../kind.ts'
import { published } from './published.ts'
import { levels } from '../skills/levels.ts'

/**
 * Auto-évaluation: how far apprentices see themselves with the skills of the diploma, at one moment
 * (programme sheet, “auto-évaluation”; RNQ indicator 11). The next moment is another document, so
 * that what was thought before stays.
 */
export const selfAssessment = {
  ...published,
  authors: ['apprentice'],
  readers: ['master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  needs: [['date'], ['skills']],
  fields: {
    date: { type: 'date' },
    /** By skill code: `skills/<code>/level`. */
    skills: { type: 'items', max: 100, of: { level: { type: 'choice', of: levels } } },
    remark: { type: 'text', max: 2_000 },
  },
} as const satisfies Kind
