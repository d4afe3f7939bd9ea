import {
  drivingLicenceAid,
  firstEquipmentAid,
  lodgingAid,
  mealAid,
  type TakenMeal,
} from './aids.ts'
import type { AlternationCalendar } from './calendar/alternation.ts'
import { halves, type HalfDay } from './calendar/day.ts'
import { addDays } from './civilDate.ts'
import { itemsOf, textOf } from './content.ts'
import { lastDay, type Contract } from './contract/contract.ts'
import type { Content } from './operation.ts'
import type { Period } from './weekStates.ts'

/** What a claim comes to, in cents, with how many nights or meals count and how many do not. */
export interface CountedClaim {
  readonly cents: number
  readonly nights: number
  readonly meals: number
  /** Nights and meals outside of the periods really spent in the centre, or claimed before. */
  readonly leftOut: number
  /** Why nothing is paid for it at all. */
  readonly refused: string | null
}

export interface ClaimContext {
  /** Without the days on which the apprentice was absent, see `centrePeriods`. */
  readonly centrePeriods: readonly Period[]
  readonly birthDate: string
  readonly contracts: readonly Contract[]
}

/**
 * The periods in the centre of one apprentice: days with half a day of training, exam or revision
 * there that was not missed, those that follow each other as one. In order.
 *
 * Source: Code du travail, art. D6332-83 (nights and meals really taken while in the centre).
 */
export function centrePeriods(
  { days }: AlternationCalendar,
  absent: readonly HalfDay[] = [],
): Period[] {
  const missed = new Set(absent.map(({ date, half }) => `${date} ${half}`))
  const found: Period[] = []
  for (const day of days) {
    const inCentre = halves.some(
      (half) =>
        ['centre', 'exam', 'revision'].includes(day[half]) && !missed.has(`${day.date} ${half}`),
    )
    if (!inCentre) continue
    const last = found.at(-1)
    if (last && addDays(last.end, 1) === day.date) found.splice(-1, 1, { ...last, end: day.date })
    else found.push({ start: day.date, end: day.date })
  }
  return found
}

/**
 * What claims come to, in the order given: a night or a meal counts in the first claim that names
 * it, first equipment until its ceiling in each contract, the driving licence once. Sources: `aidRules`.
 */
export function countClaims(
  claims: readonly Content[],
  { centrePeriods: periods, birthDate, contracts }: ClaimContext,
): CountedClaim[] {
  const nightsSeen = new Set<string>()
  const mealsSeen = new Set<string>()
  /** In cents, by first day of the contract. */
  const equipment = new Map<string, number>()
  const contractOn = (on: string) =>
    contracts.find((each) => each.start <= on && on <= lastDay(each))
  let licence = false
  return claims.map((content): CountedClaim => {
    const on = textOf(content, 'on')
    const spent = content['cents']
    switch (textOf(content, 'aid')) {
      case 'first-equipment': {
        const spentCents = typeof spent === 'number' ? spent : 0
        const contract = contractOn(on)?.start ?? ''
        const alreadyCents = equipment.get(contract) ?? 0
        const cents = firstEquipmentAid({ on, spentCents, alreadyCents })
        equipment.set(contract, alreadyCents + (cents ?? 0))
        return { ...nothing, cents: cents ?? 0, refused: cents === null ? 'no-aid-then' : null }
      }
      case 'driving-licence': {
        const aid = drivingLicenceAid({
          askedOn: on,
          birthDate,
          contractRunning: contractOn(on) !== undefined,
          categoryB: true,
          invoicedOn: textOf(content, 'invoicedOn'),
          alreadyReceived: licence,
        })
        if ('refused' in aid) return { ...nothing, refused: aid.refused }
        licence = true
        return { ...nothing, cents: aid.cents }
      }
      default: {
        const nights = itemsOf(content, 'nights').sort()
        const meals = itemsOf(content, 'meals').sort().map(mealOf)
        const lodging = lodgingAid(
          nights.filter((night) => !nightsSeen.has(night)),
          periods,
        )
        const eaten = mealAid(
          meals.filter((meal) => !mealsSeen.has(keyOf(meal))),
          periods,
        )
        for (const night of nights) nightsSeen.add(night)
        for (const meal of meals) mealsSeen.add(keyOf(meal))
        return {
          cents: lodging.cents + eaten.cents,
          nights: lodging.count,
          meals: eaten.count,
          leftOut: nights.length + meals.length - lodging.count - eaten.count,
          refused: null,
        }
      }
    }
  })
}

const nothing: CountedClaim = { cents: 0, nights: 0, meals: 0, leftOut: 0, refused: null }

/** `2026-11-23.lunch` as the meal it is. */
function mealOf(item: string): TakenMeal {
  const [day = '', meal] = item.split('.')
  return { day, meal: meal === 'dinner' ? 'dinner' : 'lunch' }
}

const keyOf = ({ day, meal }: TakenMeal) => `${day}.${meal}`
