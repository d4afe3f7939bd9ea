import type { Kind } from '../kind.ts'
import { begun, signedOnceSent } from './published.ts'

/**
 * Pièce of the file of an exam: an activity sheet, a certificate. The apprentice prepares it, the
 * master signs that it was lived in the company (définition des épreuves: a piece that asks for a
 * signature and has none makes the exam not valid). Who signs it, or trains the apprentice, may send
 * it back with a reason, as a week.
 */
export const piece = {
  authors: ['apprentice'],
  readers: ['master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  draftReaders: [],
  signers: ['master'],
  quorum: 'any',
  handOver: { by: [], acts: [] },
  identity: [],
  needs: [['rule'], ['label']],
  fields: {
    /** Of the piece that the programme asks for. */
    rule: { type: 'code' },
    /** Which kind of activity it tells of, where pieces have to differ. */
    nature: { type: 'code' },
    label: { type: 'text', max: 200 },
    told: { type: 'text', max: 8_000 },
  },
  lifecycle: {
    ...signedOnceSent,
    ...begun,
    return: { by: ['master', 'trainer'], from: ['submitted'], to: 'draft' },
  },
} as const satisfies Kind
