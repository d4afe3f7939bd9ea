import type { Kind } from '../kind.ts'

/** Of what is called off as long as it was never sent, and can be taken up again. */
export const begun = {
  patch: { by: 'author', from: ['none', 'draft', 'discarded'], to: 'draft' },
  discard: { by: 'author', from: ['draft'], to: 'discarded' },
} as const satisfies Kind['lifecycle']

/** The way of what its author sends and others sign. */
export const signedOnceSent = {
  patch: { by: 'author', from: ['none', 'draft'], to: 'draft' },
  resolve: { by: 'author', from: ['draft', 'submitted', 'signed'] },
  submit: { by: 'author', from: ['draft'], to: 'submitted', freezes: true },
  withdraw: { by: 'author', from: ['submitted'], to: 'draft' },
  sign: { by: 'signers', from: ['submitted', 'signed'], to: 'signed' },
  amend: { by: 'author', from: ['signed'], to: 'draft' },
} as const satisfies Kind['lifecycle']

/** What kinds share that one person writes and publishes, and that nobody signs. */
export const published = {
  draftReaders: [],
  signers: [],
  quorum: 'any',
  handOver: { by: [], acts: [] },
  identity: [],
  lifecycle: {
    ...begun,
    resolve: { by: 'author', from: ['draft', 'published'] },
    publish: { by: 'author', from: ['draft'], to: 'published', freezes: true },
    amend: { by: 'author', from: ['published'], to: 'draft' },
  },
} as const satisfies Omit<Kind, 'authors' | 'readers' | 'needs' | 'fields'>

/** The same, where signing says that it was read or done. */
export const acknowledged = {
  ...published,
  lifecycle: {
    ...published.lifecycle,
    resolve: { by: 'author', from: ['draft', 'published', 'acknowledged'] },
    sign: { by: 'signers', from: ['published', 'acknowledged'], to: 'acknowledged' },
    amend: { by: 'author', from: ['published', 'acknowledged'], to: 'draft' },
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
