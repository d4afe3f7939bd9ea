import type { Kind } from '../kind.ts'
import { acknowledged } from './published.ts'

/**
 * Aménagement: whether somebody needs one because of a disability, and what is arranged; never why
 * (Code du travail, art. L6222-37; RNQ indicator 26; RGPD, art. 9). A document of its own beside the
 * `placement`, because fewer people read it: neither the company nor an auditor. The apprentice signs
 * that it is what was agreed.
 */
export const arrangement = {
  ...acknowledged,
  authors: ['trainer', 'coordinator'],
  readers: ['apprentice', 'trainer', 'coordinator', 'guardian'],
  signers: ['apprentice'],
  needs: [['needed']],
  fields: {
    needed: { type: 'choice', of: ['yes', 'no'] },
    /** What is arranged: more time, a room, a text read aloud. */
    told: { type: 'text', max: 2_000 },
  },
} as const satisfies Kind
