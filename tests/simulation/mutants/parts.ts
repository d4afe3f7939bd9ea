import type { OperationType } from '#domain/operation.ts'
import { castDevices, slotNames } from '../people.ts'
import type { Act, Fault, Scenario, Step } from '../scenario.ts'

/* What worlds are made of that are written by hand. */

type Who = (typeof castDevices)[number]
type SlotName = (typeof slotNames)[number]

/** Everybody has the logbooks. */
const met: Step = { do: 'pass', ms: 5_000 }
export const pass = (ms: number): Step => ({ do: 'pass', ms })
export const network = (on: number, online: boolean): Step => ({ do: 'network', on, online })
export const faults = (on: number, ...list: readonly Fault[]): Step => ({
  do: 'faults',
  on,
  faults: list,
})
export const type = (on: number, slot: SlotName): Step => ({
  ...{ do: 'type', on, tab: 0, book: 0, slot: slotNames.indexOf(slot) },
  ...{ key: 0, words: 0, stale: false },
})
export const act = (
  on: number,
  slot: SlotName,
  does: OperationType,
  { whole = true, key = 1, lent = null }: Partial<Pick<Act, 'whole' | 'key' | 'lent'>> = {},
): Step => ({
  ...{ do: 'act', on, tab: 0, book: 0, slot: slotNames.indexOf(slot), type: does },
  ...{ key, whole, lent, back: 0, lie: false },
})

/** These people each on a device of their own, in this order. */
export const world = (who: readonly Who[], steps: readonly Step[], large = false): Scenario => ({
  ...{ seed: 1, pokes: 0, takenAtOnce: 500_000, answerMax: 16_000_000, largePhotos: large },
  devices: who.map((each) => castDevices.indexOf(each)),
  steps: [met, ...steps],
})
