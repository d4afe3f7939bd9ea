import type { Kind } from '../kind.ts'

/**
 * Attestation de lecture: an apprentice has read one edition of a text: rights and duties, health and
 * safety, internal rules (Code du travail, art. L6231-2, 4°; RNQ indicators 9 and 15). There is one
 * for each edition, so that a new one is asked for again.
 *
 * The signature is the evidence. The guardian of a minor signs as well where the text asks for it
 * (RNQ indicator 9).
 */
export const acknowledgement = {
  authors: ['apprentice'],
  readers: ['master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  draftReaders: [],
  signers: ['apprentice', 'guardian'],
  quorum: {
    field: 'by',
    of: { alone: ['apprentice'], 'with-guardian': ['apprentice', 'guardian'] },
  },
  handOver: { by: [], acts: [] },
  identity: ['reading', 'edition'],
  needs: [['reading'], ['edition'], ['wording'], ['by']],
  fields: {
    reading: { type: 'code' },
    edition: { type: 'code' },
    /** SHA-256 of the words that were on the screen, see `wordingOf`. */
    wording: { type: 'code' },
    by: { type: 'choice', of: ['alone', 'with-guardian'] },
  },
  lifecycle: {
    patch: { by: 'author', from: ['none', 'draft'], to: 'draft' },
    resolve: { by: 'author', from: ['draft', 'submitted', 'signed'] },
    submit: { by: 'author', from: ['draft'], to: 'submitted', freezes: true },
    sign: { by: 'signers', from: ['submitted', 'signed'], to: 'signed' },
  },
} as const satisfies Kind
