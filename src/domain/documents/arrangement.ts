import type { Kind } from '../kind.ts'

/**
 * Aménagement: whether somebody needs one because of a disability, and what is arranged; never why
 * (Code du travail, art. L6222-37; RNQ indicator 26; RGPD, art. 9). A document of its own beside the
 * `placement`, because fewer people read it: neither the company nor an auditor. The apprentice signs
 * that it is what was agreed.
 */
export const arrangement = {
  authors: ['trainer', 'coordinator'],
  readers: ['apprentice', 'trainer', 'coordinator', 'guardian'],
  draftReaders: [],
  signers: ['apprentice'],
  quorum: 'any',
  handOver: { by: [], acts: [] },
  identity: [],
  needs: [['needed']],
  fields: {
    needed: { type: 'choice', of: ['yes', 'no'] },
    /** What is arranged: more time, a room, a text read aloud. */
    told: { type: 'text', max: 2_000 },
  },
  lifecycle: {
    patch: { by: 'author', from: ['none', 'draft', 'discarded'], to: 'draft' },
    resolve: { by: 'author', from: ['draft', 'published', 'acknowledged'] },
    discard: { by: 'author', from: ['draft'], to: 'discarded' },
    publish: { by: 'author', from: ['draft'], to: 'published', freezes: true },
    sign: { by: 'signers', from: ['published', 'acknowledged'], to: 'acknowledged' },
    amend: { by: 'author', from: ['published', 'acknowledged'], to: 'draft' },
  },
} as const satisfies Kind
