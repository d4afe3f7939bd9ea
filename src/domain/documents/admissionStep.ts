import type { Kind } from '../kind.ts'

/**
 * Étape d’admission: how one step of the way in stands, noted by the centre (programme sheet,
 * “Modalités d’inscription”; the decision of the OPCO: Code du travail, art. L6224-1). The latest
 * note of a step counts; the earlier ones stay, each with its author.
 *
 * The company has no use for it: it knows its contract.
 */
export const admissionStep = {
  authors: ['trainer', 'coordinator'],
  readers: ['apprentice', 'trainer', 'coordinator', 'guardian', 'auditor'],
  draftReaders: [],
  signers: [],
  quorum: 'any',
  handOver: { by: [], acts: [] },
  identity: [],
  needs: [['step'], ['state'], ['on']],
  fields: {
    /** Of a step that the programme names. */
    step: { type: 'code' },
    state: { type: 'choice', of: ['open', 'done', 'not-needed', 'accepted', 'refused'] },
    /** The day on which it came to be so. */
    on: { type: 'date' },
  },
  lifecycle: {
    patch: { by: 'author', from: ['none', 'draft', 'discarded'], to: 'draft' },
    resolve: { by: 'author', from: ['draft', 'published'] },
    discard: { by: 'author', from: ['draft'], to: 'discarded' },
    publish: { by: 'author', from: ['draft'], to: 'published', freezes: true },
  },
} as const satisfies Kind
