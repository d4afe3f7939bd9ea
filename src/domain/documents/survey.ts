import type { Kind } from '../kind.ts'
import { published } from './published.ts'

/**
 * Enquête during or at the end of the contract: what one person of the apprenticeship thinks of it
 * (programme sheet, “Répondre aux différentes enquêtes”; RNQ indicators 29 and 30). The coordinator
 * reads the answers; the other party never does, so that both may say what they think.
 */
export const survey = {
  ...published,
  authors: ['apprentice', 'master'],
  readers: ['coordinator'],
  needs: [['survey'], ['party'], ['answers']],
  fields: {
    /** Of a survey of the programme. */
    survey: { type: 'code' },
    /** In which part its author answers. */
    party: { type: 'authorRole' },
    /** By question: `answers/<code>/level`, from 1 (no) to 4 (yes). */
    answers: { type: 'items', max: 30, of: { level: { type: 'integer', min: 1, max: 4 } } },
    told: { type: 'text', max: 500 },
  },
} as const satisfies Kind
