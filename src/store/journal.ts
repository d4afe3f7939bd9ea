import type { DocumentId, LogbookId, OperationId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { Content } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'

/** Words that were typed and not yet written to the database when the page went away. */
export interface JournalEntry {
  readonly logbookId: LogbookId
  readonly documentId: DocumentId
  readonly kind: KindName
  readonly set: Content
  readonly seen: Readonly<Record<string, OperationId>>
  readonly actor: Actor
}

/** A place that can be written synchronously while a page closes. */
export interface Journal {
  readonly save: (entry: JournalEntry) => void
  readonly remove: (documentId: DocumentId) => void
  readonly list: () => JournalEntry[]
}

/**
 * The journal of one person in `storage` (localStorage: a page that closes waits for it, as it
 * does for no database). One entry for each document.
 */
export function createJournal(storage: Storage, personId: string): Journal {
  const prefix = `livret-journal:${personId}:`
  return {
    save: (entry) => {
      storage.setItem(prefix + entry.documentId, JSON.stringify(entry))
    },
    remove: (documentId) => {
      storage.removeItem(prefix + documentId)
    },
    list: () =>
      Object.keys(storage)
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => {
          const text = storage.getItem(key)
          return text === null ? [] : [JSON.parse(text) as JournalEntry]
        }),
  }
}
