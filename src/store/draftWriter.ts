import { leafAt } from '#domain/content.ts'
import type { Refusal } from '#domain/decide.ts'
import type { OperationId } from '#domain/identifiers.ts'
import { kinds } from '#domain/kinds.ts'
import type { LogbookDocument, Written } from '#domain/logbookDocument.ts'
import { sameValue } from '#domain/merge.ts'
import {
  DRAFT_TEXT_MAX,
  type Content,
  type Intent,
  type Patch,
  type Value,
} from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import type { LogbookDb } from './database.ts'
import { act } from './act.ts'
import type { Journal, JournalTarget, TypedBy } from './journal.ts'

/** Why typed words are on the screen only: refused, too long for any draft, or no room to write. */
export type KeepProblem = Refusal | 'too-long-to-keep' | 'not-kept'

export interface DraftWriterOptions {
  readonly db: LogbookDb
  readonly target: JournalTarget
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

/**
 * Writes what a person types into one document at every input, one transaction after the other.
 * What could not be written is put aside at once and tried again with the next input; what the
 * trade refuses stays aside.
 */
export function createDraftWriter(options: DraftWriterOptions): DraftWriter {
  const { db, target, identity, newIntent, journal, onWritten, onKept } = options
  const unsaved = new Map<string, Value>()
  /** Typed, and not to be written as it is: refused, or too long. */
  const stuck = new Map<string, { value: Value; problem: KeepProblem }>()
  const saw: Record<string, Written> = {}
  /** Keys written here whose new value the screen has not been given back yet. */
  const written = new Set<string>()
  let inFlight: Content = {}
  let running: Promise<void> | null = null
  /** Entries of the journal with words from here; the last one holds them all. */
  let aside: OperationId[] = []
  const writer = newIntent().id
  /** How many values were typed here, and which of them is the latest of each key. */
  let count = 0
  const latest = new Map<string, number>()

  const isDirty = (key: string) =>
    unsaved.has(key) || stuck.has(key) || Object.hasOwn(inFlight, key)

  const typedIn = (words: Iterable<string>): TypedBy => ({
    writer,
    inputs: Object.fromEntries([...words].map((key) => [key, latest.get(key) ?? 0])),
  })

  const writeOnce = async (): Promise<KeepProblem | null> => {
    const set = { ...identity, ...Object.fromEntries(unsaved) }
    const typed = typedIn(unsaved.keys())
    inFlight = set
    unsaved.clear()
    try {
      const { documentId, kind } = target
      const intent = newIntent()
      const patch: Patch = { ...intent, documentId, kind, type: 'patch', set, seen: {} }
      const actor: Actor = { ...target.actor, at: patch.at }
      const decision = await act(db, patch, actor, { saw: { ...saw }, typed })
      if (decision.verdict === 'rejected') {
        const problem = decision.code
        for (const [key, value] of wordsOf(set)) {
          if (!unsaved.has(key)) stuck.set(key, { value, problem })
        }
        return problem
      }
      for (const key of Object.keys(set)) {
        const field = decision.document.fields[key]
        if (!field) continue
        saw[key] = field
        written.add(key)
      }
      return null
    } catch {
      // Nothing was written: the words go back in the queue, behind what was typed since.
      for (const [key, value] of wordsOf(set)) if (!unsaved.has(key)) unsaved.set(key, value)
      return 'not-kept'
    } finally {
      inFlight = {}
    }
  }

  const wordsOf = (set: Content) =>
    Object.entries(set).filter(([key]) => !Object.hasOwn(identity, key))

  const pump = async () => {
    try {
      while (unsaved.size > 0) {
        const problem = await writeOnce()
        onKept(problem ?? [...stuck.values()][0]?.problem ?? null)
        if (problem === null) onWritten()
        if (problem === 'not-kept') break
      }
      putAside()
    } finally {
      // Here and not in a later turn: what is typed in between would wait for nothing.
      running = null
    }
  }

  const flush = () => {
    if (running === null && unsaved.size === 0) return Promise.resolve()
    running ??= pump()
    return running
  }

  const putAside = () => {
    const refused = [...stuck].flatMap(([key, { value, problem }]) =>
      problem === 'too-long-to-keep' ? [] : [[key, value] as const],
    )
    const words = { ...Object.fromEntries(refused), ...inFlight, ...Object.fromEntries(unsaved) }
    const before = aside
    if (Object.keys(words).length > 0) {
      const { id } = newIntent()
      const set = { ...identity, ...words }
      try {
        const typed = typedIn(Object.keys(words).filter((key) => latest.has(key)))
        journal.save({ ...target, id, set, typed, saw: { ...saw } })
        aside = [id]
      } catch {
        // No room there either: the words stay on the screen, and what was aside stays there.
        return
      }
    } else aside = []
    // The browser may forget this; whose words are in the database is written there.
    for (const id of before) journal.remove(id)
  }

  return {
    write: (key, input) => {
      const value = emptied(input, leafAt(kinds[target.kind], key)?.type)
      if (typeof value === 'string' && value.length > DRAFT_TEXT_MAX) {
        stuck.set(key, { value, problem: 'too-long-to-keep' })
        onKept('too-long-to-keep')
        return
      }
      stuck.delete(key)
      unsaved.set(key, value)
      count += 1
      latest.set(key, count)
      void flush()
    },
    show: (document) => {
      for (const [key, field] of Object.entries(document?.fields ?? {})) {
        if (isDirty(key)) continue
        // Before our own write comes back, what is shown may be older than what we wrote.
        const ours = written.has(key) ? saw[key] : undefined
        if (ours && field.by !== ours.by && !sameValue(field.value, ours.value)) continue
        written.delete(key)
        saw[key] = field
      }
    },
    holds: (key) => isDirty(key) || written.has(key),
    flush,
    putAside,
  }
}

/**
 * An unticked box and an emptied field hold nothing: only a text may be the empty text. Said
 * otherwise, the server refuses the whole patch, with the words that travel in it.
 */
const emptied = (value: Value, type: string | undefined): Value =>
  value === false || (value === '' && type !== 'text') ? null : value
