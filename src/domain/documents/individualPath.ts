import { pathChanges } from '../calendar/individualPath.ts'
import type { Kind } from '../kind.ts'
import { everybody, published } from './published.ts'

/**
 * Parcours individuel: one thing that the calendar of one apprentice has otherwise than that of the
 * cohort. The centre decides it (programme sheet: entry at any time of the year, path adapted by
 * placement; Code du travail, art. L6222-35 for the leave before the exam); all read it, because
 * all have to know who waits where. See `individualPath` for what each change needs.
 */
export const individualPath = {
  ...published,
  authors: ['trainer', 'coordinator'],
  readers: everybody,
  needs: [['change'], ['from']],
  fields: {
    change: { type: 'choice', of: pathChanges },
    from: { type: 'date' },
    until: { type: 'date' },
    /** Absent: both halves of each day. */
    half: { type: 'choice', of: ['am', 'pm'] },
    place: { type: 'choice', of: ['company', 'centre', 'exam', 'revision', 'closed'] },
    /** With which half-day the first one changes places. */
    otherOn: { type: 'date' },
    otherHalf: { type: 'choice', of: ['am', 'pm'] },
    /** In words for all to read: never a reason of health. */
    why: { type: 'text', max: 300 },
    /** Written by mistake: it stays readable, and counts for nothing. */
    cancelled: { type: 'choice', of: ['yes'] },
  },
} as const satisfies Kind
