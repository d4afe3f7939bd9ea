import type { Kind } from '../kind.ts'
import { everybody, published } from './published.ts'

/**
 * Absence: on which half-days the apprentice was not there. It says nothing of why, because all of
 * the logbook read it: the company pays, the centre counts its hours (Code du travail, art.
 * L6222-24, L6233-60). The reasons are documents of their own, see `motiveFor`.
 *
 * The apprentice declares it; whoever noticed it may.
 */
export const absence = {
  ...published,
  authors: ['apprentice', 'master', 'trainer', 'coordinator'],
  readers: everybody,
  needs: [['halfDays']],
  fields: {
    /** By day and half: `halfDays/2026-11-23.am`. Half-days on which nobody is expected count for nothing. */
    halfDays: { type: 'ticks' },
    /**
     * Of lateness, or of leaving early: how much of its one half-day was missed. Whoever was late was
     * there, so no week is emptied by it.
     */
    minutes: { type: 'integer', min: 1, max: 600 },
    /** Declared by mistake: it stays readable, and counts for nothing. */
    cancelled: { type: 'choice', of: ['yes'] },
  },
} as const satisfies Kind
