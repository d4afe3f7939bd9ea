import type { Period } from '../weekStates.ts'
import { sameHalfDay, type Day, type HalfDay, type Place } from './day.ts'

/** Two half-days that change places: a day in the centre that was moved, and what it took. */
export interface Exchange {
  readonly one: HalfDay
  readonly other: HalfDay
}

/**
 * `outside`: a half-day is not in the calendar. `not-movable`: a holiday or weekly rest.
 * `no-contract`: work for the company on a day without a contract. `same-place`: nothing would
 * change. `twice`: a half-day has been moved already.
 */
export type ExchangeRefusal = 'outside' | 'not-movable' | 'no-contract' | 'same-place' | 'twice'

export interface RefusedExchange {
  readonly exchange: Exchange
  readonly reason: ExchangeRefusal
}

/**
 * Makes the exchanges one after the other. New array; each place has as many half-days as before.
 * What cannot be made changes nothing and is told.
 */
export function applyExchanges(
  days: readonly Day[],
  exchanges: readonly Exchange[],
  contract: Period,
): { readonly days: readonly Day[]; readonly refused: readonly RefusedExchange[] } {
  const byDate = new Map(days.map((day) => [day.date, day]))
  const moved: HalfDay[] = []
  const refused: RefusedExchange[] = []

  for (const exchange of exchanges) {
    const { one, other } = exchange
    const [from, to] = [byDate.get(one.date), byDate.get(other.date)]
    if (!from || !to) {
      refused.push({ exchange, reason: 'outside' })
      continue
    }
    const [given, taken] = [from[one.half], to[other.half]]
    const works = (place: Place, { date }: HalfDay) =>
      place !== 'company' || (contract.start <= date && date <= contract.end)
    const again = moved.some((each) => sameHalfDay(each, one) || sameHalfDay(each, other))
    const allowed = works(taken, one) && works(given, other)
    const reason = again ? 'twice' : (refusalOf(given, taken) ?? (allowed ? null : 'no-contract'))
    if (reason) {
      refused.push({ exchange, reason })
      continue
    }
    byDate.set(one.date, { ...from, [one.half]: taken })
    // Read again: both halves may be of the same day.
    byDate.set(other.date, { ...(byDate.get(other.date) ?? to), [other.half]: given })
    moved.push(one, other)
  }
  return { days: days.map((day) => byDate.get(day.date) ?? day), refused }
}

function refusalOf(given: Place, taken: Place): ExchangeRefusal | null {
  const fixed: readonly Place[] = ['holiday', 'rest']
  if (fixed.includes(given) || fixed.includes(taken)) return 'not-movable'
  return given === taken ? 'same-place' : null
}
