import { textOf } from '../content.ts'
import type { Content } from '../operation.ts'
import type { GuardianWord } from './breach.ts'
import type { BreachGround } from './contract.ts'

const days = [
  'breachWrittenOn',
  'mediatorAskedOn',
  'companyToldOn',
  'diplomaOn',
  'excludedOn',
] as const

/** A day that the rules of a ground ask for, by its key in the contract. */
export type BreachDay = (typeof days)[number]

/** What was written down of an end. ISO days. */
export type BreachSteps = Readonly<Partial<Record<BreachDay, string>>> & {
  readonly guardianWord?: GuardianWord
}

/** Which days the rules of a ground ask for, in the order in which they come; sources: `checkBreach`. */
export const breachDays: Readonly<Record<BreachGround, readonly BreachDay[]>> = {
  trial: ['breachWrittenOn'],
  agreement: ['breachWrittenOn'],
  'serious-fault': ['breachWrittenOn'],
  'force-majeure': ['breachWrittenOn'],
  unfitness: ['breachWrittenOn'],
  'death-of-master': ['breachWrittenOn'],
  apprentice: ['mediatorAskedOn', 'companyToldOn'],
  diploma: ['companyToldOn', 'diplomaOn'],
  exclusion: ['excludedOn', 'breachWrittenOn'],
  'resumption-refused': ['breachWrittenOn'],
}

/** Where a minor’s guardian has a word: art. L6222-18, al. 2 and 4, D6222-21-1. */
export const guardianGrounds: readonly BreachGround[] = ['agreement', 'apprentice']

/** Reads them from the content of a contract. */
export function breachStepsOf(content: Content): BreachSteps {
  const written = days.flatMap((key) => {
    const day = textOf(content, key)
    return day === '' ? [] : [[key, day] as const]
  })
  const word = textOf(content, 'guardianWord')
  return {
    ...Object.fromEntries(written),
    ...(word !== '' && { guardianWord: word as GuardianWord }),
  }
}
