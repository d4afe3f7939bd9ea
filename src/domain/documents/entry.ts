import type { Kind } from '../kind.ts'

/**
 * Fiche hebdomadaire: what the apprentice did during one week in the company.
 *
 * The master signs it, who saw the work (Code du travail, art. L6223-5: the master answers for
 * the training in the company). A trainer may return it, and never signs it. One a week: two
 * devices that begin the same week without a network write the same document.
 */
export const entry = {
  authors: ['apprentice'],
  readers: ['master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  draftReaders: [],
  signers: ['master'],
  quorum: 'any',
  handOver: { by: [], acts: [] },
  identity: ['week'],
  needs: [['week'], ['told', 'tasks']],
  fields: {
    week: { type: 'week' },
    /** Ticked tasks of the programme, by task code: `tasks/visit-client`. */
    tasks: { type: 'ticks' },
    told: { type: 'text', max: 4_000 },
    feeling: { type: 'choice', of: ['good', 'mixed', 'hard'] },
    /** Ticked skills of the programme, by skill code: `skills/B9.C1`. */
    skills: { type: 'ticks' },
    photos: { type: 'files', max: 6 },
  },
  lifecycle: {
    patch: { by: 'author', from: ['none', 'draft'], to: 'draft' },
    resolve: { by: 'author', from: ['draft', 'submitted', 'signed'] },
    submit: { by: 'author', from: ['draft'], to: 'submitted', freezes: true },
    withdraw: { by: 'author', from: ['submitted'], to: 'draft' },
    return: { by: ['master', 'trainer'], from: ['submitted'], to: 'draft' },
    sign: { by: 'signers', from: ['submitted', 'signed'], to: 'signed' },
    amend: { by: 'author', from: ['signed'], to: 'draft' },
  },
} as const satisfies Kind
