import { motives } from '../absences/motiveNames.ts'
import type { Kind, Role } from '../kind.ts'
import { signedOnceSent } from './published.ts'

/**
 * Motif d’une absence, towards one side. A motive can tell of health (RGPD, art. 9), so each side
 * reads those of its own half-days, and the other is never sent them: two kinds of document, each
 * with readers of its own, and no version that is cut for some of them. Signing says that the
 * proof was seen, by whom and when; the proof itself is kept nowhere.
 */
const motiveFor = <Reader extends Role, Signer extends Role>(
  readers: readonly Reader[],
  signers: readonly Signer[],
) =>
  ({
    authors: ['apprentice'],
    readers,
    draftReaders: [],
    signers,
    quorum: 'any',
    handOver: { by: [], acts: [] },
    identity: ['absence'],
    needs: [['absence'], ['motive']],
    fields: {
      absence: { type: 'document' },
      motive: { type: 'choice', of: motives },
    },
    lifecycle: signedOnceSent,
  }) as const satisfies Kind

/** Of half-days in the centre: its trainers know why, its coordinator sees the proof. */
export const centreMotive = motiveFor(['trainer', 'coordinator'], ['coordinator'])

/** Of half-days in the company: the master knows why, and sees the proof. */
export const companyMotive = motiveFor(['master'], ['master'])
