import type { Role } from '../kind.ts'
import type { Absence, MissedHalfDay } from './absence.ts'

/**
 * What somebody may know of an absence. `presence`: that it was, and whether it is justified, since
 * pay depends on it. `motive`: also why. `proof`: also who saw the proof, and when.
 */
export type AbsenceDetail = 'presence' | 'motive' | 'proof'

/**
 * Each side knows the reasons of its own days; the other sees present or absent. Motives can tell
 * of health (RGPD, art. 9): nobody who need not act on them reads them.
 *
 * Source: reference of the trade, 5.3 and 7.3 (minimise, no diagnosis, « vu le … par … »).
 */
const details: Readonly<Record<MissedHalfDay['place'], Readonly<Record<Role, AbsenceDetail>>>> = {
  centre: {
    apprentice: 'proof',
    coordinator: 'proof',
    trainer: 'motive',
    master: 'presence',
    guardian: 'presence',
    auditor: 'presence',
  },
  company: {
    apprentice: 'proof',
    master: 'proof',
    trainer: 'presence',
    coordinator: 'presence',
    guardian: 'presence',
    auditor: 'presence',
  },
}

export const absenceDetailFor = (role: Role, place: MissedHalfDay['place']): AbsenceDetail =>
  details[place][role]

/** Half a day as one reader may see it. */
export interface ShownAbsence extends Pick<MissedHalfDay, 'date' | 'half' | 'place' | 'status'> {
  readonly motive?: Absence['motive']
  readonly proofSeen?: Absence['proofSeen']
}

/** Only what the reader may know: what is kept from them is not in the object. */
export function showAbsence(half: MissedHalfDay, absence: Absence, role: Role): ShownAbsence {
  const { date, half: part, place, status } = half
  const detail = absenceDetailFor(role, place)
  return {
    ...{ date, half: part, place, status },
    ...(detail === 'presence' ? {} : { motive: absence.motive }),
    ...(detail === 'proof' ? { proofSeen: absence.proofSeen } : {}),
  }
}
