import type { Kind } from '../kind.ts'

/**
 * One party’s part of an interview: what went forward, what is difficult, what comes next.
 *
 * One author each, so that three people never write one text. A person present may write on the
 * trainer’s device. Cannot be withdrawn once the interview is frozen.
 */
export const section = {
  authors: ['apprentice', 'master', 'trainer'],
  readers: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  draftReaders: [],
  signers: [],
  quorum: 'any',
  handOver: { by: ['trainer', 'coordinator'], acts: ['patch', 'submit', 'withdraw', 'resolve'] },
  identity: ['interview', 'party'],
  partOf: 'interview',
  needs: [['interview'], ['party'], ['progress', 'difficulties', 'objectives', 'conclusion']],
  fields: {
    interview: { type: 'document' },
    party: { type: 'authorRole' },
    progress: { type: 'text', max: 4_000 },
    difficulties: { type: 'text', max: 4_000 },
    objectives: { type: 'text', max: 4_000 },
    /** What the parties agreed, in the trainer’s words. */
    conclusion: { type: 'text', max: 4_000 },
  },
  lifecycle: {
    patch: { by: 'author', from: ['none', 'draft'], to: 'draft' },
    resolve: { by: 'author', from: ['draft', 'submitted'] },
    submit: { by: 'author', from: ['draft'], to: 'submitted', freezes: true },
    withdraw: { by: 'author', from: ['submitted'], to: 'draft' },
  },
} as const satisfies Kind

/** The same of an individual interview: the company neither writes nor reads one. */
export const individualSection = {
  ...section,
  authors: ['apprentice', 'trainer'],
  readers: ['apprentice', 'trainer', 'coordinator', 'guardian', 'auditor'],
} as const satisfies Kind
