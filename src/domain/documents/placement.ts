import type { Kind } from '../kind.ts'
import { begun, signedOnceSent } from './published.ts'

/**
 * Positionnement at entry: what somebody brings along, and the path that is made of it (programme
 * sheet, “Positionnement”; RNQ indicators 8 and 10; effect on the duration of the contract: Code du
 * travail, art. L6222-7-1 and R6222-6). Written by somebody of the centre, who signs it with the apprentice.
 *
 * The company does not read what was weak: the duration it agreed to stands in the `contract`. The
 * need of an arrangement is a document of its own, see `arrangement`.
 */
export const placement = {
  authors: ['trainer', 'coordinator'],
  readers: ['apprentice', 'trainer', 'coordinator', 'guardian', 'auditor'],
  draftReaders: [],
  signers: ['apprentice', 'trainer', 'coordinator'],
  quorum: {
    field: 'party',
    of: { trainer: ['apprentice', 'trainer'], coordinator: ['apprentice', 'coordinator'] },
  },
  handOver: { by: [], acts: [] },
  identity: [],
  needs: [['party'], ['date'], ['diagnostic'], ['path']],
  fields: {
    /** In which part its author signs. */
    party: { type: 'authorRole' },
    date: { type: 'date' },
    /** By theme of the programme: `diagnostic/<theme>/level`. */
    diagnostic: {
      type: 'items',
      max: 20,
      of: { level: { type: 'choice', of: ['to-build', 'fragile', 'solid'] } },
    },
    /** Diplomas and experience so far. */
    prior: { type: 'text', max: 2_000 },
    /** Units of the exam from which a dispense is foreseen: `dispenses/<unit>`. */
    dispenses: { type: 'ticks' },
    /** How the training is adapted, in words. */
    path: { type: 'text', max: 2_000 },
    /** What it changes on the duration of the contract, in months; shorter: below zero. */
    months: { type: 'integer', min: -30, max: 24 },
  },
  lifecycle: { ...signedOnceSent, ...begun },
} as const satisfies Kind
