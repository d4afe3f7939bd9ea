import { itemsOf, textOf } from '#domain/content.ts'
import type { Content, FileReference } from '#domain/operation.ts'

export interface Memo {
  readonly id: string
  /** `null`: only the words of it are left. */
  readonly sound: FileReference | null
  /** What is said in it; empty: nobody wrote it down. */
  readonly transcript: string
}

/** The memos of a week, in the order they were recorded in; of a draft, those that are not removed. */
export const memosOf = (content: Content): Memo[] =>
  itemsOf(content, 'memos')
    .filter((id) => content[`memos/${id}/removed`] !== true)
    .map((id) => {
      const sound = content[`memos/${id}/sound`]
      return {
        id,
        sound: typeof sound === 'object' ? sound : null,
        transcript: textOf(content, `memos/${id}/transcript`),
      }
    })
    .filter(({ sound, transcript }) => sound !== null || transcript !== '')
    .sort((a, b) => a.id.localeCompare(b.id))
