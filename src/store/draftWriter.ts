import type { Refusal } from '#domain/decide.ts'
import type { OperationId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import {
  DRAFT_TEXT_MAX,
  type Content,
  type Intent,
  type Patch,
  type Value,
} from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import type { LogbookDb } from './database.ts'
import { act } from './documents.ts'
import type { Journal, JournalEntry } from './journal.ts'

/** Why typed words are on the screen only: refused, too long for any draft, or no room to write. */
export type KeepProblem = Refusal | 'too-long-to-keep' | 'not-kept'

export interface DraftWriterOptions {
  readonly db: LogbookDb
  /** Which document is written, by whom; without `set`. */
  readonly target: Omit<JournalEntry, 'set' | 'seen'>
  /** The fields that name the document; they go with every patch. */
  readonly identity: Content
  readonly newIntent: () => Pick<Intent, 'id' | 'v' | 'at' | 'present'>
  readonly journal: Journal
  /** After each write that went through: it can be sent. */
  readonly onWritten: () => void
  /** After each attempt: `null` once everything typed so far is in the database. */
  readonly onKept: (problem: KeepProblem | null) => void
}

export interface DraftWriter {
  /** Keeps a field’s new value. Returns at once; what is typed meanwhile goes in the next write. */
  readonly write: (key: string, value: Value) => void
  /** The document the person has on the screen: what is edited next was seen like this. */
  readonly show: (document: LogbookDocument | null) => void
  /** Whether what was typed under `key` is newer than the document last shown. */
  readonly holds: (key: string) => boolean
  /** Resolves when everything typed so far is written, or could not be. */
  readonly flush: () => Promise<void>
  /** The page goes away now: synchronously puts aside what is not written. */
  readonly putAside: () => void
}

/** Writes what a person types into one document at every input, one transaction after the other. */
export function createDraftWriter(options: DraftWriterOptions): DraftWriter {
  const { db, target, identity, newIntent, journal, onWritten, onKept } = options
  const unsaved = new Map<string, Value>()
  const seen: Record<string, OperationId> = {}
  /** Keys written here whose new value the screen has not been given back yet. */
  const written = new Set<string>()
  let inFlight: Content = {}
  let running: Promise<void> | null = null

  const isDirty = (key: string) => unsaved.has(key) || Object.hasOwn(inFlight, key)

  const writeOnce = async (): Promise<KeepProblem | null> => {
    const set = { ...identity, ...Object.fromEntries(unsaved) }
    inFlight = set
    unsaved.clear()
    try {
      const patch: Patch = {
        ...newIntent(),
        ...idsOf(target),
        type: 'patch',
        set,
        seen: { ...seen },
      }
      const actor: Actor = { ...target.actor, at: patch.at }
      const decision = await act(db, patch, actor)
      if (decision.verdict === 'rejected') return decision.code
      for (const key of Object.keys(set)) {
        const by = decision.document.fields[key]?.by
        if (by === undefined) continue
        seen[key] = by
        written.add(key)
      }
      return null
    } catch {
      // Nothing was written: the words go back in the queue, behind what was typed since.
      for (const [key, value] of Object.entries(set)) {
        if (!unsaved.has(key) && !Object.hasOwn(identity, key)) unsaved.set(key, value)
      }
      return 'not-kept'
    } finally {
      inFlight = {}
    }
  }

  const pump = async () => {
    while (unsaved.size > 0) {
      const problem = await writeOnce()
      onKept(problem)
      if (problem === null) onWritten()
      if (problem === 'not-kept') return
    }
    journal.remove(target.documentId)
  }

  const flush = () => {
    running ??= pump().finally(() => {
      running = null
    })
    return running
  }

  return {
    write: (key, value) => {
      if (typeof value === 'string' && value.length > DRAFT_TEXT_MAX) {
        onKept('too-long-to-keep')
        return
      }
      unsaved.set(key, value)
      void flush()
    },
    show: (document) => {
      for (const [key, { by }] of Object.entries(document?.fields ?? {})) {
        if (isDirty(key)) continue
        // Before our own write comes back, what is shown may be older than what we wrote.
        if (written.has(key) && by !== seen[key]) continue
        written.delete(key)
        seen[key] = by
      }
    },
    holds: (key) => isDirty(key) || written.has(key),
    flush,
    putAside: () => {
      const set = { ...inFlight, ...Object.fromEntries(unsaved) }
      if (Object.keys(set).length > 0) journal.save({ ...target, set, seen: { ...seen } })
    },
  }
}

const idsOf = ({ documentId, kind }: Omit<JournalEntry, 'set' | 'seen'>) => ({ documentId, kind })

/**
 * Writes what was put aside when a page went away. What is refused stays aside: the words are not
 * lost. Returns how many documents got words back.
 */
export async function recover(
  db: LogbookDb,
  journal: Journal,
  newIntent: DraftWriterOptions['newIntent'],
): Promise<number> {
  let recovered = 0
  for (const { set, seen, actor, documentId, kind } of journal.list()) {
    const intent = newIntent()
    const present = actor.via ? actor.personId : null
    const patch: Patch = { ...intent, present, documentId, kind, type: 'patch', set, seen }
    const decision = await act(db, patch, { ...actor, at: intent.at })
    if (decision.verdict === 'rejected') continue
    journal.remove(documentId)
    recovered += 1
  }
  return recovered
}
