import { memosOf, type Memo } from '#features/parts/memosOf.ts'
import type { Draft } from '#features/parts/useDraft.ts'

/** The memos of a week that is being written, as they are on the screen. `keys`: of its fields. */
export function draftMemos(draft: Draft, keys: readonly string[]): Memo[] {
  const ids = keys.flatMap((key) => (key.startsWith('memos/') ? (key.split('/')[1] ?? []) : []))
  const parts = ids.flatMap((id) =>
    ['sound', 'transcript', 'removed'].map((part) => `memos/${id}/${part}`),
  )
  return memosOf(Object.fromEntries(parts.map((key) => [key, draft.value(key)])))
}
