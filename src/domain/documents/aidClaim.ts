import type { Kind } from '../kind.ts'
import { begun, signedOnceSent } from './published.ts'

/**
 * Demande d’aide: nights and meals of one month really taken in periods at the centre, first
 * equipment, or the driving licence (Code du travail, art. L6332-14 and D6332-83; décret 2019-1).
 *
 * The apprentice says what was taken, who alone knows it. The centre, which pays it and invoices
 * the OPCO, signs that it stands for it, or returns it. The company has no part in it.
 */
export const aidClaim = {
  authors: ['apprentice'],
  readers: ['coordinator', 'guardian', 'auditor'],
  draftReaders: [],
  signers: ['coordinator'],
  quorum: 'any',
  handOver: { by: [], acts: [] },
  identity: [],
  needs: [['aid'], ['on']],
  fields: {
    aid: { type: 'choice', of: ['stay', 'first-equipment', 'driving-licence'] },
    /** First day of the month of a stay; day of the expense, or of the request. */
    on: { type: 'date' },
    /** By evening: `nights/2026-11-23`. */
    nights: { type: 'ticks' },
    /** By day and meal: `meals/2026-11-23.lunch`. */
    meals: { type: 'ticks' },
    /** What was bought. */
    what: { type: 'text', max: 200 },
    cents: { type: 'integer', min: 1, max: 10_000_000 },
    /** Day of the driving school’s estimate or invoice. */
    invoicedOn: { type: 'date' },
    /** Taken back: it stays readable, and asks for nothing. */
    cancelled: { type: 'choice', of: ['yes'] },
  },
  lifecycle: {
    ...signedOnceSent,
    ...begun,
    return: { by: ['coordinator'], from: ['submitted'], to: 'draft' },
  },
} as const satisfies Kind
