import {
  drivingLicenceAid,
  firstEquipmentAid,
  lodgingAid,
  mealAid,
  type TakenMeal,
} from './aids.ts'
import type { AlternationCalendar } from './calendar/alternation.ts'
import { halves } from './calendar/day.ts'
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
  /** Nights and meals outside of the centre’s periods, or claimed before. */
  readonly leftOut: number
  /** Why nothing is paid for it at all. */
  readonly refused: string | null
}

export interface ClaimContext {
  readonly centrePeriods: readonly Period[]
  readonly birthDate: string
  readonly contracts: readonly Contract[]
}

/**
 * The periods in the centre of one apprentice: days with half a day of training, exam or revision
 * there, those that follow each other as one. In order.
 */
export function centrePeriods({ days }: AlternationCalendar): Period[] {
  const found: Period[] = []
  for (const day of days) {
    const inCentre = halves.some((half) => ['centre', 'exam', 'revision'].includes(day[half]))
    if (!inCentre) continue
    const last = found.at(-1)
    if (last && addDays(last.end, 1) === day.date) found.splice(-1, 1, { ...last, end: day.date })
    else found.push({ start: day.date, end: day.date })
  }
  return found
}

/**
 * What claims come to, in the order given: a night or a meal counts in the first claim that names
 * it, first equipment until its ceiling, the driving licence once. Sources: `aidRules`.
 */
export function countClaims(
  claims: readonly Content[],
  { centrePeriods: periods, birthDate, contracts }: ClaimContext,
): CountedClaim[] {
  const nightsSeen = new Set<string>()
  const mealsSeen = new Set<string>()
  let equipment = 0
  let licence = false
  return claims.map((content): CountedClaim => {
    const on = textOf(content, 'on')
    const spent = content['cents']
    switch (textOf(content, 'aid')) {
      case 'first-equipment': {
        const spentCents = typeof spent === 'number' ? spent : 0
        const cents = firstEquipmentAid({ on, spentCents, alreadyCents: equipment })
        equipment += cents ?? 0
        return { ...nothing, cents: cents ?? 0, refused: cents === null ? 'no-aid-then' : null }
      }
      case 'driving-licence': {
        const aid = drivingLicenceAid({
          askedOn: on,
          birthDate,
          contractRunning: contracts.some((each) => each.start <= on && on <= lastDay(each)),
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
