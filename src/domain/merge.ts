import { cleanValue, leafAt, removalKeyOf } from './content.ts'
import type { Kind } from './kind.ts'
import type { LogbookDocument, Written } from './logbookDocument.ts'
import type { Patch, Value } from './operation.ts'

export interface Merged {
  readonly document: LogbookDocument
  /** Whether a wording was put aside: the author will see both. */
  readonly conflict: boolean
}

/**
 * Merges a patch into a draft, field by field.
 *
 * A value whose author saw the current one replaces it. Of two that did not see each other, the
 * latest to arrive is shown and the other becomes an alternative: no word is lost. Ticks and
 * marks hold no words, there the latest is enough. An edit wins over a removal it did not see.
 * Returns a new document.
 */
export function merge(document: LogbookDocument, patch: Patch, kind: Kind): Merged {
  const fields: Record<string, Written> = { ...document.fields }
  const alternatives: Record<string, readonly Written[]> = { ...document.alternatives }
  let conflict = false

  for (const key of Object.keys(patch.set).sort()) {
    const value = cleanValue(patch.set[key] ?? null)
    const current = fields[key]
    const leaf = leafAt(kind, key)
    if (leaf?.type === 'removed' && value === true && editedSince(document, key, patch)) {
      conflict = true
      continue
    }
    const unseen = current !== undefined && current.by !== patch.seen[key]
    if (unseen && holdsWords(leaf?.type) && !sameValue(current.value, value)) {
      const rows = aside(alternatives[key], current)
      if (rows.length > 0) {
        alternatives[key] = rows
        conflict = true
      }
    }
    fields[key] = { value, by: patch.id }

    const removal = removalKeyOf(kind, key)
    const mark = removal === null ? undefined : fields[removal]
    // A patch that grew may hold both: what it says of the item last is that it is removed.
    const isOurs = mark?.by === patch.id
    if (removal !== null && mark?.value === true && !isOurs && mark.by !== patch.seen[removal]) {
      fields[removal] = { value: null, by: patch.id }
    }
  }
  return { document: { ...document, fields, alternatives }, conflict }
}

/**
 * Keeps an edit that came after the document was frozen (the other phone had no network): each
 * value that differs becomes an alternative, and what is frozen stays. Returns a new document.
 */
export function keepLate(document: LogbookDocument, patch: Patch, kind: Kind): LogbookDocument {
  const alternatives: Record<string, readonly Written[]> = { ...document.alternatives }
  for (const key of Object.keys(patch.set).sort()) {
    const value = cleanValue(patch.set[key] ?? null)
    const current = document.fields[key]
    if (!holdsWords(leafAt(kind, key)?.type) || sameValue(current?.value ?? null, value)) continue
    const rows = aside(alternatives[key], { value, by: patch.id })
    if (rows.length > 0) alternatives[key] = rows
  }
  return { ...document, alternatives }
}

/** `rows` with the loser, unless it is empty (no word is lost) or stands there already. */
function aside(rows: readonly Written[] = [], loser: Written): readonly Written[] {
  const worthless = loser.value === null || loser.value === ''
  const known = rows.some((row) => sameValue(row.value, loser.value))
  return worthless || known ? rows : [...rows, loser]
}

const holdsWords = (type: string | undefined) => type !== 'tick' && type !== 'removed'

/** Whether the item that `removalKey` would remove holds a value that the patch’s author did not see. */
function editedSince(document: LogbookDocument, removalKey: string, patch: Patch): boolean {
  const prefix = removalKey.slice(0, -'removed'.length)
  return Object.entries(document.fields).some(
    ([key, { by }]) =>
      key.startsWith(prefix) && key !== removalKey && by !== patch.seen[key] && by !== patch.id,
  )
}

export function sameValue(one: Value, other: Value): boolean {
  if (typeof one === 'object' && one !== null && typeof other === 'object' && other !== null) {
    return one.sha256 === other.sha256
  }
  return one === other
}
