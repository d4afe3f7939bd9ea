import { itemsOf, textOf } from '#domain/content.ts'
import type { Content } from '#domain/operation.ts'

export interface Moment {
  readonly id: string
  /** ISO date on which it was noted; empty: not known. */
  readonly day: string
  readonly words: string
}

/** What was noted in passing during a week, in the order of its days. */
export const momentsOf = (content: Content): Moment[] =>
  itemsOf(content, 'moments')
    .map((id) => ({
      id,
      day: textOf(content, `moments/${id}/day`),
      words: textOf(content, `moments/${id}/words`),
    }))
    .filter(({ words }) => words !== '')
    .sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id))
