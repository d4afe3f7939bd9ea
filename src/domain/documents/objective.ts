import type { Kind } from '../kind.ts'
import { acknowledged } from './published.ts'

/**
 * Objectif du plan de travail: what somebody does until when (programme sheet, “plan de travail”; RNQ
 * indicators 10 and 12). Anybody of the three parties and the coordinator may set one; visits and
 * interviews pick up what is open.
 *
 * It is done when its owner says so: their signature, dated and theirs. The author may end it in
 * other ways, by a new version with an outcome.
 */
export const objective = {
  ...acknowledged,
  authors: ['apprentice', 'master', 'trainer', 'coordinator'],
  readers: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  signers: ['apprentice', 'master', 'trainer'],
  quorum: {
    field: 'owner',
    of: { apprentice: ['apprentice'], master: ['master'], trainer: ['trainer'] },
  },
  needs: [['label'], ['owner'], ['due']],
  fields: {
    label: { type: 'text', max: 300 },
    owner: { type: 'choice', of: ['apprentice', 'master', 'trainer'] },
    due: { type: 'date' },
    /** Skills of the programme it is good for, by code: `skills/<code>`. */
    skills: { type: 'ticks' },
    /** The visit or interview at which it was agreed, if any. */
    about: { type: 'document' },
    /** How it ended, where its owner has not said that it is done. */
    outcome: { type: 'choice', of: ['reached', 'partly', 'dropped'] },
  },
} as const satisfies Kind
