import type { Kind } from '../kind.ts'
import { signedOnceSent } from './published.ts'

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
  needs: [['week'], ['told', 'tasks', 'moments', 'memos']],
  fields: {
    week: { type: 'week' },
    /** Ticked tasks of the programme, by task code: `tasks/visit-client`. */
    tasks: { type: 'ticks' },
    told: { type: 'text', max: 4_000 },
    /** What was noted in passing: `moments/<id>/words`, and the day it was noted on. */
    moments: {
      type: 'items',
      max: 20,
      of: { day: { type: 'date' }, words: { type: 'text', max: 500 } },
    },
    feeling: { type: 'choice', of: ['good', 'mixed', 'hard'] },
    /** Ticked skills of the programme, by skill code: `skills/B9.C1`. */
    skills: { type: 'ticks' },
    photos: { type: 'files', max: 6 },
    /**
     * Mémos vocaux, for who does not write easily: `memos/<id>/sound`, and what is said in it, in
     * words (`memos/<id>/transcript`), if somebody writes them down.
     */
    memos: {
      type: 'items',
      max: 3,
      of: { sound: { type: 'sound' }, transcript: { type: 'text', max: 4_000 } },
    },
  },
  lifecycle: {
    ...signedOnceSent,
    return: { by: ['master', 'trainer'], from: ['submitted'], to: 'draft' },
  },
} as const satisfies Kind
