import type { Period } from '../weekStates.ts'
import { holds, segments, type Span } from './segments.ts'

/** One apprentice with one master for a time, in the company or a host company. */
export interface Charge extends Span {
  readonly masterId: string
  readonly apprenticeId: string
  /** The apprentice prepares a failed exam again in this time. */
  readonly repeating: boolean
}

export interface MasterLoad {
  readonly apprentices: number
  readonly repeating: number
  readonly lawful: boolean
}

export interface Overload extends MasterLoad {
  readonly masterId: string
  readonly days: Period
}

/** Apprentices of a master, and how many more who repeat after a failed exam: art. R6223-6. */
const APPRENTICES = 2
const REPEATING = 1

/**
 * How many apprentices a master has on a day, and whether the law lets him: two, and one more whose
 * training goes on after a failed exam (Code du travail, art. R6223-6, L6222-11). A second one who
 * repeats takes the place of another. Those whom the company only hosts count too (R6223-10, II).
 */
export function masterLoad(charges: readonly Charge[], masterId: string, day: string): MasterLoad {
  const present = charges.filter((each) => each.masterId === masterId && holds(each, day))
  const repeaters = new Set(
    present.filter(({ repeating }) => repeating).map(({ apprenticeId }) => apprenticeId),
  )
  const apprentices = new Set(present.map(({ apprenticeId }) => apprenticeId)).size
  const repeating = repeaters.size
  const counted = apprentices - Math.min(repeating, REPEATING)
  return { apprentices, repeating, lawful: counted <= APPRENTICES }
}

/** The days of a period on which a master has too many apprentices, by master, then in order. */
export function overloads(charges: readonly Charge[], period: Period): Overload[] {
  const masters = [...new Set(charges.map(({ masterId }) => masterId))].sort()
  return masters.flatMap((masterId) => {
    const own = charges.filter((each) => each.masterId === masterId)
    return segments(period, own).flatMap((days) => {
      const load = masterLoad(own, masterId, days.start)
      return load.lawful ? [] : [{ masterId, days, ...load }]
    })
  })
}
