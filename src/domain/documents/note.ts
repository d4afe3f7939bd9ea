import type { Kind } from '../kind.ts'

/**
 * Note de liaison: a few words from one party to the others, dated and kept (RNQ indicator 13,
 * coordination between centre and company). Published as it is; never changed afterwards.
 */
export const note = {
  authors: ['apprentice', 'master', 'trainer', 'coordinator'],
  readers: ['apprentice', 'master', 'trainer', 'coordinator'],
  draftReaders: [],
  signers: [],
  quorum: 'any',
  handOver: { by: [], acts: [] },
  identity: [],
  needs: [['text']],
  fields: {
    text: { type: 'text', max: 2_000 },
    /** The document the note is about, if any. */
    about: { type: 'document' },
  },
  lifecycle: {
    patch: { by: 'author', from: ['none', 'draft', 'discarded'], to: 'draft' },
    resolve: { by: 'author', from: ['draft', 'published'] },
    discard: { by: 'author', from: ['draft'], to: 'discarded' },
    publish: { by: 'author', from: ['draft'], to: 'published', freezes: true },
  },
} as const satisfies Kind
