import { cleanValue } from '#domain/content.ts'
import type { OperationId } from '#domain/identifiers.ts'
import { sameValue } from '#domain/merge.ts'
import type { Intent, Patch, Value } from '#domain/operation.ts'
import { actIn, readShown, textOnly } from './act.ts'
import type { LogbookDb, Tables } from './database.ts'
import type { Journal, JournalEntry } from './journal.ts'
import { readProgress } from './progress.ts'
import { listSent } from './sent.ts'

/** What the words are written with that are given back. */
type NewIntent = () => Pick<Intent, 'id' | 'v' | 'at'>

/**
 * Writes what was put aside when a page went away, unless the database has it, or newer words of the
 * same writer: a browser that dies forgets what was taken out of the journal. What is refused, or
 * cannot be written now, stays aside: the words are not lost. Returns how many entries got their
 * words back. Never throws.
 */
export async function recover(
  db: LogbookDb,
  journal: Journal,
  newIntent: NewIntent,
): Promise<number> {
  let recovered = 0
  for (const entry of journal.list()) {
    const kept = await giveBack(db, entry, newIntent()).catch(() => false)
    if (!kept) continue
    journal.remove(entry.id)
    recovered += 1
  }
  return recovered
}

/** Whether the words of an entry are in the database now. */
const giveBack = (
  db: LogbookDb,
  entry: JournalEntry,
  { id, v, at }: ReturnType<NewIntent>,
): Promise<boolean> =>
  // One transaction: between the look and the write, nobody types anything newer.
  db.write([...textOnly, 'sent'], async (tx) => {
    const { documentId, kind, actor, logbookId, typed } = entry
    const [own, document] = await Promise.all([
      findOwnWords(tx, entry),
      readShown(tx, { kind, logbookId, id: documentId }),
    ])
    const fields = document?.fields ?? {}
    const isThere = (key: string, value: Value) => {
      const field = fields[key]
      return field !== undefined && sameValue(field.value, cleanValue(value))
    }
    const isOld = (key: string) => (own.inputs[key] ?? -1) >= (typed.inputs[key] ?? Infinity)
    const missing = Object.entries(entry.set).filter(
      ([key, value]) => !isOld(key) && !isThere(key, value),
    )
    if (missing.length === 0) return true

    // What the same page wrote before, it had on the screen.
    const saw = { ...entry.saw }
    for (const [key, field] of Object.entries(fields)) {
      if (own.wrote(key, field.by)) saw[key] = field
    }
    const present = actor.via ? actor.personId : null
    const set = Object.fromEntries(missing)
    const patch: Patch = { id, v, at, present, documentId, kind, type: 'patch', set, seen: {} }
    const decision = await actIn(tx, patch, { ...actor, at }, { saw, typed })
    return decision.verdict !== 'rejected'
  })

/** How many of the latest operations are looked through: words that were aside are from yesterday. */
const LOOK_BACK = 300

/** What the database has of the entry’s writer: its latest input by key, and which operations are its. */
async function findOwnWords(
  tx: Tables<'outbox' | 'sent' | 'progress'>,
  { logbookId, documentId, typed }: JournalEntry,
) {
  const { last } = await readProgress(tx, logbookId)
  const waiting = await tx.outbox.list({ index: 'document', prefix: [documentId] })
  const sent = await listSent(tx, logbookId, { from: last - LOOK_BACK })
  const rows = [...sent, ...waiting]
  const inputs: Record<string, number> = {}
  for (const row of rows) {
    for (const [key, input] of Object.entries(row.typed?.inputs[typed.writer] ?? {})) {
      inputs[key] = Math.max(inputs[key] ?? 0, input)
    }
  }
  return {
    inputs,
    /** Whether the words under `key` in this operation are the writer’s. */
    wrote: (key: string, by: OperationId) =>
      rows.some((row) => row.operation.id === by && row.typed?.last[key] === typed.writer),
  }
}
