import type { DocumentId, LogbookId, OperationId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { Written } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'

/** Which document is written, and by whom. */
export interface JournalTarget {
  readonly logbookId: LogbookId
  readonly documentId: DocumentId
  readonly kind: KindName
  readonly actor: Actor
}

/** Words that were typed and not yet written to the database when the page went away. */
export interface JournalEntry extends JournalTarget {
  /** Of the operation that will write them: found twice, they are written once. */
  readonly id: OperationId
  readonly set: Content
  /** What was on the screen, by key. */
  readonly saw: Readonly<Record<string, Written>>
  /** What was just being written: perhaps it is in the database, perhaps not. */
  readonly writing: Content
}

/** A place that can be written synchronously while a page closes. */
export interface Journal {
  readonly save: (entry: JournalEntry) => void
  readonly remove: (id: OperationId) => void
  readonly list: () => JournalEntry[]
}

/**
 * The journal of one person in `storage` (localStorage: a page that closes waits for it, as it
 * does for no database). Each entry stands alone, so that none is written over by another. An
 * entry that cannot be read stays where it is, and holds up no other.
 */
export function createJournal(storage: Storage, personId: string): Journal {
  const prefix = `livret-journal:${personId}:`
  return {
    save: (entry) => {
      storage.setItem(prefix + entry.id, JSON.stringify(entry))
    },
    remove: (id) => {
      storage.removeItem(prefix + id)
    },
    list: () =>
      Object.keys(storage)
        .filter((key) => key.startsWith(prefix))
        .sort()
        .flatMap((key) => readEntry(storage.getItem(key))),
  }
}

function readEntry(text: string | null): JournalEntry[] {
  try {
    const entry = JSON.parse(text ?? '') as JournalEntry
    const whole = [entry.set, entry.saw, entry.writing, entry.actor].every(
      (part) => typeof part === 'object',
    )
    return whole && typeof entry.id === 'string' ? [entry] : []
  } catch {
    return []
  }
}
