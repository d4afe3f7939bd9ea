import type { Kind } from '../kind.ts'
import { acknowledged } from './published.ts'

/**
 * Visite de suivi: what the trainer saw at the company, and what was agreed.
 *
 * At least two a year of training (programme sheet; RNQ indicators 10 and 13). The others read
 * it and say so: their signature is an acknowledgement, one of them is enough.
 */
export const visit = {
  ...acknowledged,
  authors: ['trainer', 'coordinator'],
  readers: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  signers: ['apprentice', 'master'],
  handOver: { by: ['trainer', 'coordinator'], acts: ['sign'] },
  needs: [['date'], ['mode'], ['observations']],
  fields: {
    date: { type: 'date' },
    mode: { type: 'choice', of: ['on-site', 'remote'] },
    place: { type: 'text', max: 200 },
    /** Who was there: `attendees/master`. */
    attendees: { type: 'ticks' },
    observations: { type: 'text', max: 8_000 },
    /** Skills of the programme that were seen or spoken of, by code: `skills/<code>`. */
    skills: { type: 'ticks' },
    /** Agreed actions: what, until when, who does it. */
    actions: {
      type: 'items',
      max: 20,
      of: {
        label: { type: 'text', max: 300 },
        due: { type: 'date' },
        owner: { type: 'choice', of: ['apprentice', 'master', 'trainer'] },
      },
    },
  },
} as const satisfies Kind
