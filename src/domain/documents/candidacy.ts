import type { Kind } from '../kind.ts'

/**
 * Candidature: what the centre has done for one session of the exam: registration, convocation, files
 * handed in (programme sheet, “l’inscrire aux épreuves”; RNQ indicator 16). Where several people of
 * the centre write one, what any of them says counts.
 */
export const candidacy = {
  authors: ['trainer', 'coordinator'],
  readers: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  draftReaders: [],
  signers: [],
  quorum: 'any',
  handOver: { by: [], acts: [] },
  identity: [],
  needs: [['session']],
  fields: {
    /** Year of the session. */
    session: { type: 'integer', min: 2000, max: 2099 },
    registeredOn: { type: 'date' },
    convocationOn: { type: 'date' },
    /** By code of an exam: `handedIn/<code>/on`. */
    handedIn: { type: 'items', max: 20, of: { on: { type: 'date' } } },
  },
  lifecycle: {
    patch: { by: 'author', from: ['none', 'draft', 'discarded'], to: 'draft' },
    resolve: { by: 'author', from: ['draft', 'published'] },
    discard: { by: 'author', from: ['draft'], to: 'discarded' },
    publish: { by: 'author', from: ['draft'], to: 'published', freezes: true },
    amend: { by: 'author', from: ['published'], to: 'draft' },
  },
} as const satisfies Kind
