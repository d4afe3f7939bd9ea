import { textOf } from '../content.ts'
import type { Content } from '../operation.ts'
import type { PayNote } from './counters.ts'
import type { PayEffect } from './motives.ts'

const effects: readonly PayEffect[] = ['maintained', 'insurance', 'undecided', 'deductible']

/** A pay note as the content of a document of kind `payNote`. */
export const payNoteContent = ({ month, minutes }: PayNote): Content => ({
  month: `${month}-01`,
  ...minutes,
})

/** Reads one; what is not said is no minute. */
export const readPayNote = (content: Content): PayNote => ({
  month: textOf(content, 'month').slice(0, 7),
  minutes: Object.fromEntries(
    effects.map((effect) => {
      const value = content[effect]
      return [effect, typeof value === 'number' ? value : 0]
    }),
  ) as Record<PayEffect, number>,
})

/** Whether two notes say the same of a month. */
export const samePayNote = (one: PayNote, other: PayNote): boolean =>
  one.month === other.month && effects.every((each) => one.minutes[each] === other.minutes[each])
