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
  readonly id: OperationId
  readonly set: Content
  /** The words of `set` by key: which input of which writer each of them is. */
  readonly typed: TypedBy
  /** What was on the screen, by key. */
  readonly saw: Readonly<Record<string, Written>>
}

/**
 * The latest inputs of one draft on one page, by key. Later words have higher numbers, so that the
 * database knows which words it has already, however late an older entry of the journal is found.
 */
export interface TypedBy {
  readonly writer: string
  readonly inputs: Readonly<Record<string, number>>
}

/** Whose words are in one operation. */
export interface Typed {
  /** By writer, the latest input of each key. */
  readonly inputs: Readonly<Record<string, TypedBy['inputs']>>
  /** By key, who wrote it last. */
  readonly last: Readonly<Record<string, string>>
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
  const prefix = prefixOf(personId)
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

/** `listener` is called when another page has saved an entry. Returns how to stop that. */
export function watchJournal(personId: string, listener: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key?.startsWith(prefixOf(personId)) === true && newValue !== null) listener()
  }
  addEventListener('storage', hear)
  return () => {
    removeEventListener('storage', hear)
  }
}

const prefixOf = (personId: string) => `livret-journal:${personId}:`

function readEntry(text: string | null): JournalEntry[] {
  try {
    const entry = JSON.parse(text ?? '') as JournalEntry
    const parts = [entry.set, entry.saw, entry.actor, entry.typed.inputs]
    const whole = parts.every((part) => typeof part === 'object')
    return whole && typeof entry.id === 'string' ? [entry] : []
  } catch {
    return []
  }
}
