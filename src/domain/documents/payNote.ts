import type { Kind } from '../kind.ts'
import { published } from './published.ts'

/** Minutes of the longest month. */
const MONTH_MINUTES = 31 * 24 * 60
const minutes = { type: 'integer', min: 0, max: MONTH_MINUTES } as const

/**
 * Relevé d’absences pour la paie: what was missed in the centre in one month, by what the law makes
 * of it for the pay (Code du travail, art. L6222-24). The company may not read why somebody missed
 * a day of the centre, and has to know what it pays: so the centre, which reads why, tells it the
 * sums, without a motive and without a day. That a time is paid by sickness insurance still tells of
 * health (RGPD, art. 9), so nobody else reads it.
 */
export const payNote = {
  ...published,
  authors: ['coordinator'],
  readers: ['apprentice', 'master', 'coordinator'],
  needs: [['month']],
  fields: {
    /** Its first day. */
    month: { type: 'date' },
    /** In minutes, by `PayEffect`. */
    maintained: minutes,
    insurance: minutes,
    undecided: minutes,
    deductible: minutes,
  },
} as const satisfies Kind
