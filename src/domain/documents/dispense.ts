import type { Kind } from '../kind.ts'

/**
 * Demande de dispense: the apprentice asks to be dispensed from a unit of the exam, on the ground of a
 * diploma (arrêté du 24 juin 2005; programme sheet, “à leur demande”). There is one for each unit.
 *
 * The coordinator signs once the proof was seen and the dispense is given, or returns it; also one
 * that was signed, where the academy says no in the end or the apprentice wants the exam after all.
 * The proof itself is kept nowhere. The company reads nothing of earlier diplomas.
 */
export const dispense = {
  authors: ['apprentice'],
  readers: ['trainer', 'coordinator', 'guardian', 'auditor'],
  draftReaders: [],
  signers: ['coordinator'],
  quorum: 'any',
  handOver: { by: [], acts: [] },
  identity: ['unit'],
  needs: [['unit'], ['diploma'], ['told']],
  fields: {
    unit: { type: 'code' },
    /** Of the diplomas that free from the unit. */
    diploma: { type: 'code' },
    /** What was passed in it, where the rule asks for that too. */
    passed: { type: 'code' },
    /** Which diploma, where and when. */
    told: { type: 'text', max: 500 },
  },
  lifecycle: {
    patch: { by: 'author', from: ['none', 'draft'], to: 'draft' },
    resolve: { by: 'author', from: ['draft', 'submitted', 'signed'] },
    submit: { by: 'author', from: ['draft'], to: 'submitted', freezes: true },
    withdraw: { by: 'author', from: ['submitted'], to: 'draft' },
    return: { by: ['coordinator'], from: ['submitted', 'signed'], to: 'draft' },
    sign: { by: 'signers', from: ['submitted', 'signed'], to: 'signed' },
  },
} as const satisfies Kind
