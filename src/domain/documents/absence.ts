import type { Kind } from '../kind.ts'

/**
 * Absence: on which half-days the apprentice was not there. It says nothing of why, because all of
 * the logbook read it: the company pays, the centre counts its hours (Code du travail, art.
 * L6222-24, L6233-60). The reasons are documents of their own, see `motiveFor`.
 *
 * The apprentice declares it; whoever noticed it may.
 */
export const absence = {
  authors: ['apprentice', 'master', 'trainer', 'coordinator'],
  readers: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  draftReaders: [],
  signers: [],
  quorum: 'any',
  handOver: { by: [], acts: [] },
  identity: [],
  needs: [['halfDays']],
  fields: {
    /** By day and half: `halfDays/2026-11-23.am`. Half-days on which nobody is expected count for nothing. */
    halfDays: { type: 'ticks' },
    /** Declared by mistake: it stays readable, and counts for nothing. */
    cancelled: { type: 'choice', of: ['yes'] },
  },
  lifecycle: {
    patch: { by: 'author', from: ['none', 'draft', 'discarded'], to: 'draft' },
    resolve: { by: 'author', from: ['draft', 'published'] },
    discard: { by: 'author', from: ['draft'], to: 'discarded' },
    publish: { by: 'author', from: ['draft'], to: 'published', freezes: true },
    amend: { by: 'author', from: ['published'], to: 'draft' },
  },
} as const satisfies Kind
