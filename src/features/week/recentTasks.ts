import { draftContent, itemsOf } from '#domain/content.ts'
import { kinds } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { weekOfEntry } from '#domain/weekStates.ts'

export interface RecentTasks {
  /** Task codes of the author’s earlier weeks, the latest first, each once. */
  readonly codes: readonly string[]
  /** The last week before that has tasks, or `null`: there is none. */
  readonly last: { readonly week: string; readonly codes: readonly string[] } | null
}

/** What the author did in the weeks before `week`. `entries` are the author’s own. */
export function recentTasks(entries: readonly LogbookDocument[], week: string): RecentTasks {
  const earlier = entries
    .map((entry) => ({
      week: weekOfEntry(entry) ?? '',
      codes: itemsOf(draftContent(kinds.entry, entry), 'tasks'),
    }))
    .filter((each) => each.week < week && each.codes.length > 0)
    .sort((a, b) => b.week.localeCompare(a.week))
  return {
    codes: [...new Set(earlier.flatMap(({ codes }) => codes))],
    last: earlier[0] ?? null,
  }
}
