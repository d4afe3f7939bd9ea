import type { Kind } from '../kind.ts'
import { published } from './published.ts'

/**
 * Candidature: what the centre has done for one session of the exam: registration, convocation, files
 * handed in (programme sheet, “l’inscrire aux épreuves”; RNQ indicator 16). Where several people of
 * the centre write one, what any of them says counts.
 */
export const candidacy = {
  ...published,
  authors: ['trainer', 'coordinator'],
  readers: ['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'],
  needs: [['session']],
  fields: {
    /** Year of the session. */
    session: { type: 'integer', min: 2000, max: 2099 },
    /** Last day to register, as the academy set it. */
    registrationUntil: { type: 'date' },
    registeredOn: { type: 'date' },
    convocationOn: { type: 'date' },
    /** By code of an exam: `handedIn/<code>/on`; `until`: the last day, as the academy set it. */
    handedIn: { type: 'items', max: 20, of: { on: { type: 'date' }, until: { type: 'date' } } },
  },
} as const satisfies Kind
