import type { Kind } from '../kind.ts'

/** What kinds share that one person writes and publishes, and that nobody signs. */
export const published = {
  draftReaders: [],
  signers: [],
  quorum: 'any',
  handOver: { by: [], acts: [] },
  identity: [],
  lifecycle: {
    patch: { by: 'author', from: ['none', 'draft', 'discarded'], to: 'draft' },
    resolve: { by: 'author', from: ['draft', 'published'] },
    discard: { by: 'author', from: ['draft'], to: 'discarded' },
    publish: { by: 'author', from: ['draft'], to: 'published', freezes: true },
    amend: { by: 'author', from: ['published'], to: 'draft' },
  },
} as const satisfies Omit<Kind, 'authors' | 'readers' | 'needs' | 'fields'>

/** What concerns everybody of the logbook. */
export const everybody = [
  'apprentice',
  'master',
  'trainer',
  'coordinator',
  'guardian',
  'auditor',
] as const
